namespace Refractor.Statistics.Tests.Reference;

/// <summary>Compares our numbers with those of a reference and lists all that differ, with their place.</summary>
internal sealed class Agreement
{
    private readonly List<string> _differences = [];
    private int _compared;

    /// <summary>Compares a number.</summary>
    /// <param name="place">Where the reference stands.</param>
    /// <param name="actual">Ours; NaN where it is not estimable.</param>
    /// <param name="expected">Theirs; NaN for NA.</param>
    /// <param name="relative">Allowed difference as a fraction of the expected number.</param>
    /// <param name="floor">Allowed difference in any case.</param>
    public void Check(string place, double actual, double expected, double relative, double floor = 0)
    {
        _compared++;
        if (!Agrees(actual, expected, relative, floor))
            _differences.Add($"{place}: found {actual:R}; expected {expected:R} (off by {actual - expected:G3})");
    }

    /// <summary>Compares a p value through its logarithm, so that the smallest ones count as well.</summary>
    public void CheckP(string place, PValue actual, double expected, double relative) =>
        Check(place, expected == 0 && actual.Log < -740 ? 0 : actual.Value, expected, relative);

    /// <summary>Compares a code, a count or a text.</summary>
    public void CheckEqual<T>(string place, T actual, T expected)
    {
        _compared++;
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
            _differences.Add($"{place}: found {actual}; expected {expected}");
    }

    /// <summary>Fails with the first differences if there are any, or if nothing was compared.</summary>
    public void Verify()
    {
        if (_compared == 0)
            Assert.Fail("Nothing was compared.");
        if (_differences.Count > 0)
            Assert.Fail(
                $"{_differences.Count} of {_compared} numbers differ:\n" + string.Join("\n", _differences.Take(20))
            );
    }

    private static bool Agrees(double actual, double expected, double relative, double floor)
    {
        if (double.IsNaN(expected) || double.IsNaN(actual))
            return double.IsNaN(expected) && double.IsNaN(actual);
        if (double.IsInfinity(expected) || double.IsInfinity(actual))
            return actual.Equals(expected);
        return Math.Abs(actual - expected) <= Math.Max(floor, relative * Math.Abs(expected));
    }
}
