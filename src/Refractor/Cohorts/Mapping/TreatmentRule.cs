namespace Refractor.Cohorts.Mapping;

/// <summary>Where it is told who was given a therapy.</summary>
/// <param name="Column">Clinical column, or column of <see cref="Records"/>; null if rows or <see cref="All"/> tell it.</param>
public sealed record TreatmentRule(string? Column)
{
    /// <summary>The rule of a cohort in which every patient was given the therapy, such as a trial of neoadjuvant chemotherapy.</summary>
    public static TreatmentRule Everybody { get; } = new((string?)null) { All = true };

    /// <summary>The rule of a cohort in which no patient was given the therapy.</summary>
    public static TreatmentRule Nobody { get; } = new((string?)null) { All = false };

    /// <summary>Whether every patient was given it (true) or none (false); null if a column tells.</summary>
    public bool? All { get; init; }

    /// <summary>Words for given; empty for the usual ones (yes, y, 1, true).</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>Words for not given; empty for the usual ones, or for all other words if <see cref="Given"/> is named.</summary>
    public IReadOnlyList<string> NotGiven { get; init; } = [];

    /// <summary>
    /// Name of a table of records; null for a clinical column. A row with a drug of the therapy, or any row of a table without drugs, means
    /// given; with <see cref="Column"/>, a row whose word says so.
    /// </summary>
    public string? Records { get; init; }

    /// <summary>For whom a therapy that is in no row was not given. What else is in no row is not known.</summary>
    public Completeness CompleteFor { get; init; }

    /// <summary>The only answer that is taken from this rule: true for given, false for not given; null for both.</summary>
    public bool? Tells { get; init; }

    /// <summary>Further rules. Given counts if one says so, else not given if one says so; contradictions are reported.</summary>
    public IReadOnlyList<TreatmentRule> Also { get; init; } = [];

    /// <summary>Whether chance decided who was given it.</summary>
    public bool Randomised { get; init; }
}
