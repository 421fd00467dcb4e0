namespace Refractor.Statistics.MetaAnalysis;

/// <summary>The counts of one study with two arms.</summary>
/// <param name="A">Cases with event.</param>
/// <param name="B">Cases without.</param>
/// <param name="C">Reference with event.</param>
/// <param name="D">Reference without.</param>
public readonly record struct EventTable(double A, double B, double C, double D)
{
    /// <summary>Size of the first arm.</summary>
    public double Cases => A + B;

    /// <summary>Size of the reference.</summary>
    public double Reference => C + D;

    /// <summary>Size of the study.</summary>
    public double Total => A + B + C + D;

    /// <summary>The tables of which all cells are counts and no arm is empty.</summary>
    internal static EventTable[] Usable(IReadOnlyList<EventTable> tables) =>
        [
            .. tables.Where(t =>
                t.A >= 0
                && t.B >= 0
                && t.C >= 0
                && t.D >= 0
                && t.Cases > 0
                && t.Reference > 0
                && double.IsFinite(t.Total)
            ),
        ];
}
