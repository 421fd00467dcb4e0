using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>R codes events as 1 and 2 as well as 0 and 1; that a column holds 1 and 2 alone decides between the two codings.</summary>
internal static class EventCoding
{
    public static OutcomeRule Of(OutcomeRule rule, ClinicalColumn? column, ClinicalData data, string key, ImportLog log)
    {
        if (column is null || rule.Observed.Count > 0)
            return rule;
        var values = column
            .Values(data.Patients.Count)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (values is not (["1", "2"] or ["1.0", "2.0"]))
            return rule;
        log.Guessed($"{key}.observed", "2 is an event, 1 is censored", "the column holds 1 and 2 only");
        return rule with { Observed = [values[1]], Censored = [values[0]] };
    }
}
