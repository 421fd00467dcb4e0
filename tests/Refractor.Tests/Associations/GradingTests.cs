using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Tests.Associations;

public class GradingTests
{
    private static readonly Interval Narrow = new(1.1, 2.2);

    private static readonly Dictionary<string, (EvidenceItem Item, EvidenceGrade Grade, string Rule)> Table = new(
        StringComparer.Ordinal
    )
    {
        ["guideline"] = (An.Item(design: Design.Guideline), EvidenceGrade.A, "guideline"),
        ["meta-analysis"] = (An.Item(design: Design.MetaAnalysis), EvidenceGrade.B, "meta-analysis"),
        ["randomised trial"] = (An.Item(design: Design.RandomisedTrial), EvidenceGrade.B, "randomised trial"),
        ["adjusted cohort"] = (
            An.Item(adjustedFor: ["age"]),
            EvidenceGrade.CPlus,
            "adjusted analysis of 100 patients or more"
        ),
        ["prospective adjusted cohort"] = (
            An.Item(design: Design.ProspectiveCohort, adjustedFor: ["age"]),
            EvidenceGrade.CPlus,
            "adjusted"
        ),
        ["adjusted cohort of exactly 100"] = (An.Item(n: 100, adjustedFor: ["age"]), EvidenceGrade.CPlus, "adjusted"),
        ["adjusted cohort of 99"] = (An.Item(n: 99, adjustedFor: ["age"]), EvidenceGrade.C, "fewer than 100 patients"),
        ["cohort called multivariate in print"] = (
            An.Item(printed: "Multivariate HR 2.1"),
            EvidenceGrade.CPlus,
            "adjusted"
        ),
        ["cohort called adjusted in a note"] = (An.Item(note: "adjusted for stage"), EvidenceGrade.CPlus, "adjusted"),
        ["cohort with interaction tested"] = (
            An.Item(predictiveDesign: PredictiveDesign.InteractionTested),
            EvidenceGrade.CPlus,
            "adjusted"
        ),
        ["cohort not adjusted"] = (An.Item(), EvidenceGrade.C, "cohort without an adjusted analysis"),
        ["cohort of unknown size"] = (
            An.Item(n: null, adjustedFor: ["age"]),
            EvidenceGrade.C,
            "cohort of unknown size"
        ),
        ["case-control"] = (An.Item(design: Design.CaseControl), EvidenceGrade.C, "case-control study"),
        ["case series"] = (An.Item(design: Design.CaseSeries), EvidenceGrade.CMinus, "case series or report"),
        ["case report"] = (An.Item(design: Design.CaseReport), EvidenceGrade.CMinus, "case series or report"),
        ["xenograft"] = (An.Item(design: Design.Xenograft), EvidenceGrade.D, "experimental model"),
        ["organoid"] = (An.Item(design: Design.Organoid), EvidenceGrade.D, "experimental model"),
        ["cell line"] = (An.Item(design: Design.CellLine), EvidenceGrade.D, "experimental model"),
        ["screen"] = (An.Item(design: Design.Screen), EvidenceGrade.D, "experimental model"),
        ["computation"] = (An.Item(design: Design.InSilico), EvidenceGrade.E, "computation"),
        ["review"] = (An.Item(design: Design.Review), EvidenceGrade.E, "statement of a review"),
        ["trial seen only through another text"] = (
            An.Item(design: Design.RandomisedTrial, check: Checked.Secondary),
            EvidenceGrade.E,
            "seen only through another text"
        ),
        ["retracted trial"] = (
            An.Item(design: Design.RandomisedTrial, from: An.Paper("gone2010", retracted: true)),
            EvidenceGrade.None,
            "retracted paper"
        ),
        ["retracted and seen only through another text"] = (
            An.Item(check: Checked.Secondary, from: An.Paper("gone2010", retracted: true)),
            EvidenceGrade.None,
            "retracted paper"
        ),
        ["trial without n and interval"] = (
            An.Item(design: Design.RandomisedTrial, n: null),
            EvidenceGrade.C,
            "randomised trial; neither n nor interval: at most C"
        ),
        ["guideline without n and interval"] = (
            An.Item(design: Design.Guideline, n: null),
            EvidenceGrade.A,
            "guideline"
        ),
        ["trial with interval and without n"] = (
            An.Item(design: Design.RandomisedTrial, n: null, interval: Narrow),
            EvidenceGrade.B,
            "randomised trial"
        ),
        ["cells without n and interval"] = (
            An.Item(design: Design.CellLine, n: null),
            EvidenceGrade.D,
            "experimental model"
        ),
        ["trial with a data-driven cut-point"] = (
            An.Item(design: Design.RandomisedTrial, cutoff: "Optimal cut-off 12 %"),
            EvidenceGrade.CPlus,
            "randomised trial; cut-point chosen on the same data without validation: one step down"
        ),
        ["cohort with a data-driven cut-point"] = (
            An.Item(cutoff: "by Youden index"),
            EvidenceGrade.CMinus,
            "one step down"
        ),
        ["validated data-driven cut-point"] = (
            An.Item(cutoff: "optimal", validation: Validation.External),
            EvidenceGrade.C,
            "cohort without an adjusted analysis"
        ),
        ["case series with a data-driven cut-point"] = (
            An.Item(design: Design.CaseSeries, cutoff: "optimal"),
            EvidenceGrade.CMinus,
            "case series or report"
        ),
        ["trial with both faults"] = (
            An.Item(design: Design.RandomisedTrial, n: null, cutoff: "minimum p"),
            EvidenceGrade.CMinus,
            "at most C; cut-point chosen"
        ),
        ["cut-point given beforehand"] = (
            An.Item(cutoff: "IHC >= 10 %", adjustedFor: ["age"]),
            EvidenceGrade.CPlus,
            "adjusted"
        ),
    };

    public static TheoryData<string> Cases => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_grade_follows_from_its_rule(string name)
    {
        var (item, grade, rule) = Table[name];
        Grading.Of(item).ShouldBe(grade);
        var explained = Grading.Explain(item);
        explained.Grade.ShouldBe(grade);
        explained.Rule.ShouldContain(rule, Case.Sensitive);
    }

    [Fact]
    public void Every_grade_and_every_design_is_in_the_table()
    {
        Table.Values.Select(c => c.Grade).Distinct().Count().ShouldBe(Enum.GetValues<EvidenceGrade>().Length);
        Table.Values.Select(c => c.Item.Design).Distinct().Count().ShouldBe(Enum.GetValues<Design>().Length);
    }

    [Fact]
    public void Grades_are_printed_as_letters() =>
        Enum.GetValues<EvidenceGrade>().Select(Grading.Letter).ShouldBe(["none", "E", "D", "C-", "C", "C+", "B", "A"]);

    [Fact]
    public void Explaining_a_grade_does_not_change_it_on_any_real_item()
    {
        foreach (var item in RealKnowledge.Pack.Items)
        {
            Grading.Explain(item).Grade.ShouldBe(Grading.Of(item), item.Id);
            Grading.Explain(item).Rule.ShouldNotBeEmpty(item.Id);
        }
    }
}
