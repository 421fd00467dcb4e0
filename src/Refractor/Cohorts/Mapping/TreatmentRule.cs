namespace Refractor.Cohorts.Mapping;

/// <summary>Where it is told who was given a therapy.</summary>
/// <param name="Column">Clinical column; null if everybody or nobody was given it.</param>
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

    /// <summary>Whether chance decided who was given it.</summary>
    public bool Randomised { get; init; }
}
