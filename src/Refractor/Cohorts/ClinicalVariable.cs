namespace Refractor.Cohorts;

/// <summary>A clinical property of the patients, usable as covariate, stratum or feature.</summary>
/// <param name="Name">Its role where it has one (<c>age</c>, <c>er</c>, <c>grade</c>), else the name of its column.</param>
/// <param name="Column">The column it was read from.</param>
public abstract record ClinicalVariable(string Name, string Column)
{
    /// <summary>Patients whose value is known.</summary>
    public abstract int Known { get; }

    /// <summary>Whether the value of a patient is known.</summary>
    /// <param name="patient">Index of the patient.</param>
    public abstract bool IsKnown(int patient);
}

/// <summary>A number.</summary>
/// <param name="Name">Role or column.</param>
/// <param name="Column">Column.</param>
/// <param name="Values">n patients; NaN if not known.</param>
public sealed record NumberVariable(string Name, string Column, double[] Values) : ClinicalVariable(Name, Column)
{
    /// <inheritdoc/>
    public override int Known => Values.Count(v => !double.IsNaN(v));

    /// <inheritdoc/>
    public override bool IsKnown(int patient) => !double.IsNaN(Values[patient]);
}

/// <summary>Positive or negative, such as a receptor status.</summary>
/// <param name="Name">Role or column.</param>
/// <param name="Column">Column.</param>
/// <param name="Values">n patients; null if not known.</param>
public sealed record StatusVariable(string Name, string Column, IReadOnlyList<bool?> Values)
    : ClinicalVariable(Name, Column)
{
    /// <inheritdoc/>
    public override int Known => Values.Count(v => v is not null);

    /// <inheritdoc/>
    public override bool IsKnown(int patient) => Values[patient] is not null;
}

/// <summary>One of several words.</summary>
/// <param name="Name">Role or column.</param>
/// <param name="Column">Column.</param>
/// <param name="Values">n patients; null if not known.</param>
public sealed record CategoryVariable(string Name, string Column, IReadOnlyList<string?> Values)
    : ClinicalVariable(Name, Column)
{
    /// <summary>The words that occur, in ordinal order.</summary>
    public IReadOnlyList<string> Levels { get; } =
    [.. Values.OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override int Known => Values.Count(v => v is not null);

    /// <inheritdoc/>
    public override bool IsKnown(int patient) => Values[patient] is not null;
}
