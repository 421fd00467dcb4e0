using Refractor.Knowledge;

namespace Refractor.Answers.Writing;

/// <summary>
/// The verb with its object. The verb follows the design: patients show associations, experiments confer; what was read only in
/// treated patients is never called predictive.
/// </summary>
internal static class EffectPhrase
{
    /// <summary>For "high X": "was associated with resistance to neoadjuvant chemotherapy in triple-negative disease".</summary>
    public static string Of(EvidenceItem item, string subject)
    {
        var model = ContextPhrase.Model(item) is { Length: > 0 } m ? " " + m : "";
        return Core(item, subject) + model + ContextPhrase.Subtype(item);
    }

    private static string Core(EvidenceItem item, string subject)
    {
        var be = Prose.IsPlural(subject) ? "were" : "was";
        var therapy = ContextPhrase.TherapyInSetting(item);
        return item.Relation switch
        {
            Relation.Prognostic => Prognostic(item, be, therapy),
            Relation.TreatmentChange => Change(item, be, therapy),
            Relation.Mechanism => Mechanism(item, be, therapy),
            Relation.CrossResistance => Cross(item, therapy),
            _ => Association(item, be, therapy),
        };
    }

    private static string Association(EvidenceItem item, string be, string therapy) =>
        item.Effect switch
        {
            Effect.Resistance => $"{be} associated with resistance to {therapy}",
            Effect.Sensitivity => $"{be} associated with sensitivity to {therapy}",
            Effect.NoEffect => $"showed no association with response to {therapy}",
            _ => $"{be} linked to response to {therapy}, with no single direction stated",
        };

    private static string Prognostic(EvidenceItem item, string be, string therapy)
    {
        var under = item.Therapies.Count == 0 ? "without systemic therapy" : $"under {therapy}";
        if (item.Therapies.Count == 0 && item.Modality != "untreated")
            under = "whatever the therapy";
        return item.Effect switch
        {
            Effect.Resistance => $"{be} prognostic for worse outcome {under}",
            Effect.Sensitivity => $"{be} prognostic for better outcome {under}",
            Effect.NoEffect => $"{be} not prognostic {under}",
            _ => $"{be} described as prognostic {under}, with no single direction stated",
        };
    }

    private static string Change(EvidenceItem item, string be, string therapy)
    {
        var when = item.Timing == Timing.OnTreatment ? "during" : "after";
        var exposure = item.IsClinical ? $"{when} {therapy}" : $"{when} exposure to {therapy}";
        return item.Effect switch
        {
            Effect.Resistance => $"{be} seen {exposure} and linked to resistance",
            Effect.Sensitivity => $"{be} seen {exposure} and linked to sensitivity",
            Effect.NoEffect => $"{be} not found as a consistent change {exposure}",
            _ => $"{be} seen {exposure}, with no stated link to response",
        };
    }

    private static string Mechanism(EvidenceItem item, string be, string therapy)
    {
        if (item.Design == Design.Review)
            return Described(item, be, therapy);
        return item.Effect switch
        {
            Effect.Resistance when item.IsClinical => $"{be} tied to resistance to {therapy} as a mechanism",
            Effect.Sensitivity when item.IsClinical => $"{be} tied to sensitivity to {therapy} as a mechanism",
            Effect.Resistance => $"conferred resistance to {therapy}",
            Effect.Sensitivity => $"conferred sensitivity to {therapy}",
            Effect.NoEffect => $"had no effect on the response to {therapy}",
            _ => $"altered the response to {therapy}, with no single direction stated",
        };
    }

    private static string Described(EvidenceItem item, string be, string therapy) =>
        item.Effect switch
        {
            Effect.Resistance => $"{be} described in a review as a mechanism of resistance to {therapy}",
            Effect.Sensitivity => $"{be} described in a review as a mechanism of sensitivity to {therapy}",
            Effect.NoEffect => $"{be} described in a review as without effect on the response to {therapy}",
            _ => $"{be} described in a review as linked to response to {therapy}, with no single direction stated",
        };

    private static string Cross(EvidenceItem item, string therapy)
    {
        var resistant = ContextPhrase.Regimen(item.ResistantTo);
        var who = item.IsClinical ? "tumours" : "models";
        return item.Effect switch
        {
            Effect.Resistance => $"went with resistance to {therapy} in {who} already resistant to {resistant}",
            Effect.Sensitivity => $"went with sensitivity to {therapy} in {who} already resistant to {resistant}",
            Effect.NoEffect => $"had no effect on the response to {therapy} in {who} already resistant to {resistant}",
            _ =>
                $"altered the response to {therapy} in {who} already resistant to {resistant}, with no single direction stated",
        };
    }
}
