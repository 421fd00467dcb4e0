using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Tests.Survival.Cox;

/// <summary>Late entry, strata and case weights at once: <c>f &lt;- coxph(Surv(start, time, status) ~ x + z + strata(s), d, weights = w)</c>.</summary>
public class CoxStratifiedTests
{
    private static readonly CoxOptions Options = new() { Strata = SmallCohort.Stratum, Weights = SmallCohort.Weight };

    private static readonly CoxModel Model = Fit(Options);

    [Fact]
    public void Coefficients_and_likelihoods_agree_with_R()
    {
        Model.Coefficients.Select(c => c.Value).ShouldAgree([-0.0110378948322695, 0.6681672174959858]);
        Model.Coefficients.Select(c => c.StandardError).ShouldAgree([0.272066365278592, 0.795173456822443]);
        Model.NullLogLikelihood.ShouldBe(-21.1240479971502, 1e-11);
        Model.LogLikelihood.ShouldBe(-20.6154365792295, 1e-11);
        Model.ScoreTest.Statistic.ShouldBe(1.02185011417043, 1e-11);
    }

    [Fact]
    public void Robust_variance_agrees_with_R()
    {
        var model = Fit(Options with { Robust = true });
        model.Coefficients.Select(c => c.RobustStandardError).ShouldAgree([0.175672456824029, 0.532894362972534]);
        model.WaldTest.Statistic.ShouldBe(1.58895779067223, 1e-9);
    }

    [Fact]
    public void Exact_ties_agree_with_R()
    {
        // coxph(Surv(start, time, status) ~ x + z + strata(s), d, ties = "exact")
        var model = Fit(new CoxOptions { Strata = SmallCohort.Stratum, Ties = CoxTies.Exact });
        model.Coefficients.Select(c => c.Value).ShouldAgree([-0.0234572857733431, 1.0652296030780084]);
        model.Coefficients.Select(c => c.StandardError).ShouldAgree([0.320930303027303, 0.949913163640422]);
        model.LogLikelihood.ShouldBe(-11.3313155899492, 1e-11);
    }

    [Fact]
    public void Residuals_agree_with_R()
    {
        Model
            .MartingaleResiduals()
            .ShouldAgree([
                0.7797907721503732,
                0.2010134908268286,
                0.7801494290071624,
                -0.2551933416954374,
                0.5669044478541019,
                0.7385338501028476,
                -1.0855827470827402,
                0,
                -0.2581330073767694,
                -0.7047450150513828,
                0.8544328795853684,
                -0.4381922178642257,
                -0.8340703278554424,
                0.0218941877652774,
                0,
                -1.2634325690367672,
            ]);
        Model.DevianceResiduals()[3..6].ShouldAgree([-0.714413524081729, 0.734700555013786, 1.098104366308728]);
        Model
            .DfBetas()[0]
            .ShouldAgree([
                0.022277862508097861,
                -0.029267454589024307,
                -0.020822716529933238,
                -0.037197667317132456,
                0.020499009333309337,
                -0.015911631886663766,
                -0.125138557921344318,
                0,
                0.000775200651180466,
                0.047732397763709661,
                0.033863008008010884,
                0.011950918819735314,
                0.004641422180350144,
                -0.001522468206946795,
                0,
                0.088120677186651189,
            ]);
        Model
            .ScoreResiduals()[1]
            .ShouldAgree([
                0.0899952657472872,
                0.0370548518653607,
                0.2667345654084572,
                0.1541300132538064,
                -0.1565038459956007,
                -0.4038295769593032,
                -0.4433436142990936,
                0,
                0.2419661116100915,
                0.6030190779190839,
                -0.4799089811421748,
                -0.2037083589786245,
                0,
                0.3040625594226555,
                0,
                0.4699931312525190,
            ]);
        Model
            .LinearPredictors()[..4]
            .ShouldAgree([0.664648888518199921, 0.682309520249831158, 0.660233730585292111, -0.015660013293282333]);
    }

    [Fact]
    public void Schoenfeld_residuals_agree_with_R()
    {
        var residuals = Model.SchoenfeldResiduals();
        residuals
            .Residuals[0]
            .ShouldAgree([
                0.580647371960291,
                -0.855380555018518,
                -0.302861614037158,
                1.265762501628666,
                1.322608862500545,
                -1.177391137499455,
                0,
                0.216167572801830,
                -1.222915168858189,
                -0.412056614301396,
                0.517742558664929,
                1.011037446586359,
            ]);
        residuals.Scaled[0][..3].ShouldAgree([0.3317904119967096, -0.9925825513887588, 0.1336003023870612]);
    }

    [Theory]
    [InlineData(TimeTransform.KaplanMeier, 0.9106644490370858, 0.0036595718156601, 1.2810603624999914)]
    [InlineData(TimeTransform.Identity, 1.2394493211609541, 0.0522029784667106, 1.3974519903796268)]
    [InlineData(TimeTransform.Rank, 1.164815895751059, 0.005026008272443, 1.447105371661330)]
    [InlineData(TimeTransform.Log, 0.65422100392430416, 0.00228014609264035, 0.89297268797357365)]
    public void Tests_of_proportional_hazards_agree_with_R(TimeTransform transform, double x, double z, double global)
    {
        var test = Model.TestProportionalHazards(transform);
        test.Terms.Select(t => t.Test.Statistic).ShouldAgree([x, z]);
        test.Global.Statistic.ShouldBe(global, 1e-9);
    }

    [Fact]
    public void Hazards_and_predictions_agree_with_R()
    {
        var hazards = Model.BaselineHazards();
        hazards.Select(h => h.Stratum).ShouldBe([0, 1]);
        double[] times = [1, 2, 3, 4, 6, 9, 10];
        times
            .Select(hazards[0].At)
            .ShouldAgree([
                0.113389191139601,
                0.404208716553875,
                0.838740784751175,
                1.094240672396633,
                1.923720489018115,
                1.923720489018115,
                2.913835563905006,
            ]);
        hazards[1].At(12).ShouldBe(1.244058756686682, 1e-9);
        // survfit(f, data.frame(x = .5, z = 1, s = 1))
        var predicted = Model.PredictSurvival([0.5, 1], stratum: 1);
        predicted.Times.ShouldBe([2, 3, 7, 8, 9]);
        predicted.Survival.ShouldAgree([
            0.8020536453271473,
            0.6045201884764588,
            0.4556542028200684,
            0.2350989954530625,
            0.0895123953529072,
        ]);
        predicted.StandardError.ShouldAgree([
            0.229402133690583,
            0.393711995377569,
            0.526246227096988,
            0.794101315312565,
            1.599287841422141,
        ]);
        predicted
            .Intervals.Select(i => i.Low)
            .ShouldAgree([
                0.51160639777705796,
                0.27943612552435038,
                0.16244029885115852,
                0.04958045504691928,
                0.00389553311331422,
            ]);
        predicted.Intervals.ShouldAllBe(i => i.High == 1);
    }

    private static CoxModel Fit(CoxOptions options) =>
        CoxRegression.Fit(SmallCohort.LateEntry, SmallCohort.Covariates, options).Value;
}
