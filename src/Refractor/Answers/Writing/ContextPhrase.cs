using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Writing;

/// <summary>Names therapy, setting, subtype and model of a finding.</summary>
internal static class ContextPhrase
{
    /// <summary>The regimen as printed: "anthracyclines and taxanes", "trastuzumab plus chemotherapy"; "chemotherapy (agents not specified)".</summary>
    public static string Regimen(IReadOnlyList<Therapy> therapies)
    {
        if (therapies.Count == 0)
            return "no systemic therapy";
        var labels = therapies.Select(t => t.Label).ToList();
        return labels.Count == 1 ? labels[0] : string.Join(" + ", labels);
    }

    /// <summary>The regimen with its setting: "neoadjuvant chemotherapy", "tamoxifen for metastatic disease".</summary>
    public static string TherapyInSetting(EvidenceItem item)
    {
        var regimen = Regimen(item.Therapies);
        return item.Setting switch
        {
            Setting.Neoadjuvant => $"neoadjuvant {regimen}",
            Setting.Adjuvant => $"adjuvant {regimen}",
            Setting.Metastatic => $"{regimen} for metastatic disease",
            _ => regimen,
        };
    }

    /// <summary>Where the finding was made when it is not a clinical setting: "in vitro", "in animal models"; else empty.</summary>
    public static string Model(EvidenceItem item) =>
        item switch
        {
            { Setting: Setting.InVivo } or { Design: Design.Xenograft } => "in animal models",
            { Setting: Setting.InVitro } or { Design: Design.CellLine or Design.Screen or Design.Organoid } =>
                "in vitro",
            { Design: Design.InSilico } => "in a computational analysis",
            _ => "",
        };

    /// <summary>" in triple-negative disease"; empty for unselected or unrecorded subtypes.</summary>
    public static string Subtype(EvidenceItem item) =>
        item.Subtype is null or { Name: "any" } ? ""
        : item.IsClinical ? $" in {item.Subtype.Label} disease"
        : $" in {item.Subtype.Label} models";

    /// <summary>Kind of study for a reader: "meta-analysis", "randomised trial, treatment interaction tested".</summary>
    public static string Study(EvidenceItem item)
    {
        var design = item.Design switch
        {
            Design.Guideline => "guideline",
            Design.MetaAnalysis => "meta-analysis",
            Design.RandomisedTrial => "randomised trial",
            Design.ProspectiveCohort => "prospective cohort",
            Design.RetrospectiveCohort => "retrospective cohort",
            Design.CaseControl => "case-control study",
            Design.CaseSeries => "case series",
            Design.CaseReport => "case report",
            Design.Xenograft => "animal model",
            Design.Organoid => "organoids",
            Design.CellLine => "cell lines",
            Design.Screen => "screen",
            Design.InSilico => "computational analysis",
            _ => "review",
        };
        var comparison = item.PredictiveDesign switch
        {
            PredictiveDesign.InteractionTested => ", treatment interaction tested",
            PredictiveDesign.RandomisedBothArms => ", both randomised arms shown",
            PredictiveDesign.TreatedOnly when item.IsClinical && item.Relation == Relation.Predictive =>
                ", treated patients only",
            PredictiveDesign.UntreatedOnly => ", untreated patients",
            _ => "",
        };
        return design + comparison;
    }
}
