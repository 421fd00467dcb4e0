using Refractor.Cohorts;
using Refractor.Cohorts.Demo;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Knowledge;
using Effect = Refractor.Cohorts.Testing.Effect;

namespace Refractor.Tests.Cohorts.Testing;

/// <summary>
/// Tests of features in the cohorts that come with the program, held against R 4.2.2 with survival 3.5.3. g and r are the tables of
/// <c>cohort export gbsg</c> and <c>rotterdam</c>; S(d, e) is <c>Surv(d$`outcome:e:months`, d$`outcome:e:event`)</c>; x is the feature
/// over its standard deviation in the patients of the call. coxph ran with <c>coxph.control(eps = 1e-12, iter.max = 50)</c>.
/// </summary>
public class DemoCohortTests
{
    private static readonly Cohort Gbsg = DemoCohorts.Find("gbsg")!;
    private static readonly Cohort Rotterdam = DemoCohorts.Find("rotterdam")!;

    [Fact]
    public void Hormone_therapy_in_GBSG_has_the_hazard_ratio_of_R()
    {
        var test = Run(Gbsg, "hormon", "RFS", adjust: ["age", "menopause", "grade", "nodes", "size"]);
        // summary(coxph(S(g, RFS) ~ hormon))
        Agrees(test.Survival!.Effect, 0.694884326658, 0.543844054294, 0.887872587044, 0.00360226629181);
        // summary(coxph(S(g, RFS) ~ hormon + age + menopause + grade + nodes + size))
        Agrees(test.Effect, 0.704058315076, 0.547101140837, 0.906044740227, 0.00639780440223);
        // survdiff(S(g, RFS) ~ hormon)
        test.Survival.Splits.ShouldHaveSingleItem().P.Value.ShouldBeNear(0.00342728226475);
        // cox.zph(coxph(S(g, RFS) ~ hormon))
        test.Survival.ProportionalHazards.Value.ShouldBeNear(0.633401399755);
    }

    [Fact]
    public void Progesterone_receptor_among_those_given_hormone_therapy_in_GBSG_has_the_numbers_of_R()
    {
        var test = Run(Gbsg, "pr", "RFS", "endocrine_therapy");
        // q <- g[g$hormon == 1, ]; coxph(S(q, RFS) ~ x)
        Agrees(test.Effect, 0.271926256043, 0.140049513688, 0.527983902109, 0.000119798029133);
        // survdiff(S(q, RFS) ~ pr > median(pr)); concordance(S(q, RFS) ~ x, reverse = TRUE)
        test.Survival!.Splits[0].P.Value.ShouldBeNear(5.86068460178e-07);
        test.Survival.Concordance.Value.Value.ShouldBeNear(0.302854887515);
        // coxph(S(g, RFS) ~ x * hormon): x:hormon, and x for those who were not given it
        test.Interaction!.Ratio.ShouldBeNear(0.511546325061);
        test.Interaction.Interval.Low.ShouldBeNear(0.283462850412);
        test.Interaction.P.Value.ShouldBeNear(0.0260524884491);
        Agrees(test.Interaction.Untreated, 0.675202077444, 0.52810801989, 0.863266279274, 0.00173150558777);
    }

    [Fact]
    public void Oestrogen_receptor_among_those_given_hormone_therapy_in_Rotterdam_has_the_numbers_of_R()
    {
        var test = Run(Rotterdam, "er", "OS", "endocrine_therapy");
        test.Feature.IsStatus.ShouldBeFalse();
        test.Feature.Level.ShouldBe(Level.ProteinExpression);
        test.Population.N.ShouldBe(339);
        // q <- r[r$hormon == 1, ]; coxph(S(q, OS) ~ x)
        Agrees(test.Effect, 0.895628030388, 0.75535042325, 1.06195686681, 0.204689829453);
        // cox.zph of it; concordance(S(q, OS) ~ x, reverse = TRUE); survdiff(S(q, OS) ~ er > median(er))
        test.Survival!.ProportionalHazards.Value.ShouldBeNear(6.10744258845e-08);
        test.Survival.Concordance.Value.Value.ShouldBeNear(0.397199138196);
        test.Survival.Splits[0].P.Value.ShouldBeNear(0.0328796805004);
        // coxph(S(r, OS) ~ x * hormon): x:hormon
        test.Interaction!.Ratio.ShouldBeNear(0.877669743642);
        test.Interaction.P.Value.ShouldBeNear(0.149263086287);
    }

    [Fact]
    public void Positive_nodes_in_Rotterdam_have_the_hazard_ratio_of_R()
    {
        var test = Run(Rotterdam, "nodes", "RFS", adjust: ["size", "age"]);
        // coxph(S(r, RFS) ~ x)
        Agrees(test.Survival!.Effect, 1.48944752793, 1.43817856207, 1.54254415757, 4.36381911579e-110);
        // coxph(S(r, RFS) ~ x + factor(size) + age)
        Agrees(test.Effect, 1.41062012442, 1.3571783044, 1.46616633125, 2.95379759536e-68);
    }

    [Fact]
    public void An_amount_of_receptor_tells_no_subtype() => SubtypeMembers.Of(Gbsg, "HR+").ShouldBeNull();

    private static FeatureTest Run(
        Cohort cohort,
        string feature,
        string endpoint,
        string? treated = null,
        string[]? adjust = null
    ) =>
        FeatureTest.Run(
            cohort,
            new FeatureFinder(RealKnowledge.Pack.Lexicon).Find(cohort, feature).ShouldHaveSingleItem(),
            new FeatureTestRequest(new PopulationRequest { Endpoint = endpoint, Treated = treated })
            {
                Adjust = adjust ?? [],
            },
            RealKnowledge.Pack.Lexicon
        );

    private static void Agrees(Effect effect, double value, double low, double high, double p)
    {
        effect.Value.ShouldBeNear(value);
        effect.Interval.Low.ShouldBeNear(low);
        effect.Interval.High.ShouldBeNear(high);
        effect.P.Value.ShouldBeNear(p);
    }
}
