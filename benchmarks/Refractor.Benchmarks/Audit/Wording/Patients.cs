using System.Globalization;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>Words for the patients of a study.</summary>
internal static class Patients
{
    /// <summary>"patients with metastatic HER2-positive breast cancer treated with trastuzumab".</summary>
    public static string Of(Told told, string therapy) => "patients" + With(told, therapy);

    /// <summary>The same with design and number: "a prospective cohort of 230 patients with …".</summary>
    public static string Counted(Told told, string therapy) =>
        $"{DesignOf(told)} of {(told.Figures.N is { } n ? Number(n, told.Style) + " " : "")}patients{With(told, therapy)}";

    private static string Number(int n, Style style) =>
        n.ToString(style.Pick(Choice.Patients, ["#,0", "0"]), CultureInfo.InvariantCulture);

    private static string With(Told told, string therapy)
    {
        var stage =
            told.Item.Setting == Setting.Metastatic
                ? told.Style.Pick(Choice.Patients, ["metastatic ", "advanced "])
                : "";
        var subtype = told.Subtype is { } s ? Names.Of(s, told.Style) + " " : "";
        return $" with {stage}{subtype}breast cancer{Given(told, therapy)}";
    }

    private static string Given(Told told, string therapy)
    {
        if (therapy.Length == 0)
            return told.Item.PredictiveDesign == PredictiveDesign.UntreatedOnly ? " without systemic treatment" : "";
        var how = told.Item.Setting switch
        {
            Setting.Neoadjuvant => told.Style.Pick(
                Choice.Patients,
                [" given neoadjuvant {0}", " treated with preoperative {0}", " receiving neoadjuvant {0}"]
            ),
            Setting.Adjuvant => told.Style.Pick(
                Choice.Patients,
                [" given adjuvant {0}", " treated with adjuvant {0}", " receiving postoperative {0}"]
            ),
            _ => told.Style.Pick(Choice.Patients, [" treated with {0}", " given {0}", " receiving {0}"]),
        };
        return how.Fill(therapy);
    }

    private static string DesignOf(Told told) =>
        told.Item.Design switch
        {
            Design.MetaAnalysis => told.Style.Pick(Choice.Opening, ["a meta-analysis", "a pooled analysis"]),
            Design.RandomisedTrial => told.Style.Pick(
                Choice.Opening,
                ["a randomised trial", "an analysis within a randomised trial"]
            ),
            Design.ProspectiveCohort => told.Style.Pick(
                Choice.Opening,
                ["a prospective cohort", "a prospective study"]
            ),
            Design.CaseControl => "a case-control study",
            Design.CaseSeries => "a small series",
            _ => told.Style.Pick(Choice.Opening, ["a cohort", "a retrospective cohort", "a retrospective series"]),
        };
}
