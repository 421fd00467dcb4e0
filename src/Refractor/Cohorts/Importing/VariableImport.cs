using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>Makes clinical variables: those with a role first, then every other column, typed by its words.</summary>
internal sealed class VariableImport(ClinicalData data, ClinicalWords words)
{
    private static readonly string[] Receptors = ["er", "pr", "her2", "hr"];
    private static readonly string[] NumberRoles = ["age", "nodes", "size", "grade"];
    private static readonly string[] CategoryRoles = ["subtype", "menopause"];

    // A column with a few words among numbers ("120+") is still one of numbers; one of codes with many words is not.
    private const double ShareOfNumbers = 0.9;

    /// <summary>All variables, in the order of roles and then of columns; columns that a layer holds are features, not variables.</summary>
    public IReadOnlyList<ClinicalVariable> Make(CohortMapping mapping)
    {
        var made = new List<ClinicalVariable>();
        foreach (var (role, rule) in mapping.Variables)
            if (words.Column(rule.Column, $"variables.{role}") is { } column)
                made.Add(WithRole(role, rule, column));
        var used = made.Select(v => v.Column)
            .Concat(mapping.Layers.SelectMany(Measured))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        made.AddRange(
            data.Columns.Where(c => !used.Contains(c.Name)).Select(c => ByWords(c.Name, c)).OfType<ClinicalVariable>()
        );
        return made;
    }

    private IEnumerable<string> Measured(LayerFile layer) =>
        layer.From is { } from
            ? data
                .Columns.Where(c => c.File == layer.File)
                .Select(c => c.Name)
                .SkipWhile(c => !c.Equals(from, StringComparison.OrdinalIgnoreCase))
            : layer.Columns;

    private ClinicalVariable WithRole(string role, VariableRule rule, ClinicalColumn column)
    {
        var key = $"variables.{role}";
        if (IsAmount(role, rule, column))
            return new NumberVariable(role, column.Name, Number(role, column));
        if (Receptors.Contains(role.ToLowerInvariant()) || rule.Positive.Count > 0)
            return new StatusVariable(role, column.Name, words.Flags(column, Meaning.OfStatus(rule), key));
        if (NumberRoles.Contains(role.ToLowerInvariant()))
            return new NumberVariable(role, column.Name, Number(role, column));
        return CategoryRoles.Contains(role.ToLowerInvariant()) || ByWords(role, column) is not { } variable
            ? new CategoryVariable(role, column.Name, column.Values(data.Patients.Count))
            : variable;
    }

    /// <summary>
    /// Whether a receptor was measured as an amount (fmol per mg of protein, percent of cells) or a score (0 to 3+) instead of a status. No
    /// cut-off is applied: the mapping may name the words for positive.
    /// </summary>
    private bool IsAmount(string role, VariableRule rule, ClinicalColumn column) =>
        Receptors.Contains(role.ToLowerInvariant())
        && rule.Positive.Count == 0
        && rule.Negative.Count == 0
        && ByWords(role, column) is NumberVariable
        && column
            .Values(data.Patients.Count)
            .OfType<string>()
            .Any(v => ClinicalWords.TryNumber(v, out _) && !Meaning.OfStatus(rule).Understands(v));

    private double[] Number(string role, ClinicalColumn column) =>
        role.Equals("grade", StringComparison.OrdinalIgnoreCase)
            ? words.Numbers(column, $"variables.{role}", GradeWord.TryRead)
            : words.Numbers(column, $"variables.{role}");

    private ClinicalVariable? ByWords(string name, ClinicalColumn column)
    {
        var values = column.Values(data.Patients.Count);
        var known = values.OfType<string>().ToList();
        if (known.Count == 0)
            return null;
        if (known.All(v => v is "0" or "1") && known.Distinct().Count() == 2)
            return new StatusVariable(name, column.Name, [.. values.Select(v => v is null ? null : (bool?)(v == "1"))]);
        var numbers = known.Count(v => ClinicalWords.TryNumber(v, out _));
        return numbers >= ShareOfNumbers * known.Count
            ? new NumberVariable(name, column.Name, [.. values.Select(Parse)])
            : new CategoryVariable(name, column.Name, values);
    }

    private static double Parse(string? word) =>
        word is not null && ClinicalWords.TryNumber(word, out var n) ? n : double.NaN;
}
