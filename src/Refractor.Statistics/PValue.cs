using System.Globalization;

namespace Refractor.Statistics;

/// <summary>
/// A p value, kept as its natural logarithm so that the smallest ones stay distinct and never print as 0. A default value is unknown,
/// not 1.
/// </summary>
public readonly record struct PValue : IComparable<PValue>
{
    private readonly double _log;
    private readonly bool _known;

    private PValue(double log)
    {
        _log = log;
        _known = !double.IsNaN(log);
    }

    /// <summary>No p value.</summary>
    public static PValue None => default;

    /// <summary>Whether there is a p value.</summary>
    public bool IsKnown => _known;

    /// <summary>Natural logarithm of p, −∞ to 0; NaN when unknown.</summary>
    public double Log => _known ? _log : double.NaN;

    /// <summary>Decimal logarithm of p; NaN when unknown.</summary>
    public double Log10 => Log * 0.43429448190325182765;

    /// <summary>p between 0 and 1; 0 below 5e-324 (<see cref="Log"/> keeps the value); NaN when unknown.</summary>
    public double Value => Math.Exp(Log);

    /// <summary>A p value from its natural logarithm; rounding above 0 is cut to 0; NaN is unknown.</summary>
    public static PValue FromLog(double log) => new(Math.Min(log, 0));

    /// <summary>A p value from 0 to 1; rounding above 1 is cut to 1; NaN is unknown.</summary>
    public static PValue From(double p) => new(Math.Min(Math.Log(p), 0));

    /// <inheritdoc/>
    public int CompareTo(PValue other) => Log.CompareTo(other.Log);

    /// <summary>Whether the left is smaller; false if one is unknown.</summary>
    public static bool operator <(PValue left, PValue right) => left.Log < right.Log;

    /// <summary>Whether the left is larger; false if one is unknown.</summary>
    public static bool operator >(PValue left, PValue right) => left.Log > right.Log;

    /// <summary>Whether the left is not larger; false if one is unknown.</summary>
    public static bool operator <=(PValue left, PValue right) => left.Log <= right.Log;

    /// <summary>Whether the left is not smaller; false if one is unknown.</summary>
    public static bool operator >=(PValue left, PValue right) => left.Log >= right.Log;

    /// <summary>Three significant digits, also below the range of a double: 1.23e-400; "NA" when unknown.</summary>
    public override string ToString()
    {
        if (!_known)
            return "NA";
        if (double.IsNegativeInfinity(_log))
            return "< 1e-999999";
        if (_log > -690)
            return Value.ToString("G3", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
        var exponent = Math.Floor(Log10);
        var mantissa = Math.Pow(10, Log10 - exponent);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa:F2}e{exponent:F0}");
    }
}
