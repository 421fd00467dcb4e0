namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Looks up step functions that are continuous from the right.</summary>
internal static class StepFunction
{
    public static double At(IReadOnlyList<double> times, IReadOnlyList<double> values, double time, double before)
    {
        var (low, high) = (0, times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle] <= time)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? before : values[low - 1];
    }
}
