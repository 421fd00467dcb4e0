using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Completes a mapping from the names and the words of the clinical columns. A column counts for a therapy or outcome only if its name is
/// known and its words are understood; every guess is recorded with the field that overrides it.
/// </summary>
internal sealed class MappingGuesser(ClinicalData data, ImportLog log)
{
    private readonly Dictionary<string, int> _byPlainName = data
        .Columns.Index()
        .DistinctBy(c => KnownColumns.Plain(c.Item.Name))
        .ToDictionary(c => KnownColumns.Plain(c.Item.Name), c => c.Index, StringComparer.Ordinal);

    /// <summary>The mapping with all rules that could be guessed added; rules of the user stay as they are.</summary>
    public CohortMapping Complete(CohortMapping mapping) =>
        mapping with
        {
            Treatments = Treatments(mapping),
            Outcomes = Outcomes(mapping),
            Variables = Variables(mapping),
        };

    private Dictionary<string, TreatmentRule> Treatments(CohortMapping mapping)
    {
        var rules = new Dictionary<string, TreatmentRule>(mapping.Treatments, StringComparer.OrdinalIgnoreCase);
        var used = rules.Values.Select(r => r.Column).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (therapy, names) in KnownColumns.Treatments)
        {
            if (rules.ContainsKey(therapy) || Column(names) is not { } column || used.Contains(column.Name))
                continue;
            var rule = new TreatmentRule(column.Name);
            if (!AreUnderstood(column, Meaning.OfTreatment(rule)))
                continue;
            rules[therapy] = rule;
            log.Guessed($"treatments.{therapy}", column.Name, "its name, and words for yes and no");
        }
        return rules;
    }

    private Dictionary<string, VariableRule> Variables(CohortMapping mapping)
    {
        var rules = new Dictionary<string, VariableRule>(mapping.Variables, StringComparer.OrdinalIgnoreCase);
        foreach (var (role, names) in KnownColumns.Variables)
        {
            if (rules.ContainsKey(role) || Column(names) is not { } column)
                continue;
            rules[role] = new VariableRule(column.Name);
            log.Guessed($"variables.{role}", column.Name, "its name");
        }
        return rules;
    }

    private Dictionary<string, OutcomeRule> Outcomes(CohortMapping mapping)
    {
        var rules = new Dictionary<string, OutcomeRule>(mapping.Outcomes, StringComparer.OrdinalIgnoreCase);
        foreach (var (endpoint, stems) in KnownColumns.Outcomes)
        {
            if (rules.ContainsKey(endpoint) || Survival(stems) is not { } rule)
                continue;
            rules[endpoint] = rule;
            log.Guessed(
                $"outcomes.{endpoint}",
                $"time {rule.Time}, event {rule.Event}",
                "their names, and words for the event"
            );
        }
        if (!rules.ContainsKey("pCR") && Column(KnownColumns.CompleteResponse) is { } response)
        {
            var rule = new OutcomeRule { Response = response.Name };
            if (AreUnderstood(response, Meaning.OfResponse(rule)))
            {
                rules["pCR"] = rule;
                log.Guessed("outcomes.pCR", response.Name, "its name, and words for response and residual disease");
            }
        }
        return rules;
    }

    private OutcomeRule? Survival(string[] stems)
    {
        var time = Column(stems, KnownColumns.TimeEndings);
        var happened = Column(stems, KnownColumns.EventEndings);
        if (time is null || happened is null)
            return null;
        var rule = new OutcomeRule { Time = time.Name, Event = happened.Name };
        return AreUnderstood(happened, Meaning.OfEvent(rule)) ? rule : null;
    }

    private ClinicalColumn? Column(string[] stems, IReadOnlyList<string> endings) =>
        Column([.. stems.SelectMany(s => endings.SelectMany(e => new[] { s + e, e + s }))], inOrderOfFile: true);

    private ClinicalColumn? Column(IReadOnlyList<string> names, bool inOrderOfFile = false)
    {
        var found = names.Select(n => _byPlainName.GetValueOrDefault(n, -1)).Where(c => c >= 0).ToList();
        return found.Count == 0 ? null : data.Columns[inOrderOfFile ? found.Min() : found[0]];
    }

    private bool AreUnderstood(ClinicalColumn column, Meaning meaning)
    {
        var words = column.Values(data.Patients.Count).OfType<string>().Distinct().ToList();
        return words.Count > 0 && words.TrueForAll(meaning.Understands);
    }
}
