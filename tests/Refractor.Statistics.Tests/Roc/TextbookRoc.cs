namespace Refractor.Statistics.Tests.Roc;

/// <summary>AUC, DeLong's variance and the rank-sum test by comparing every case with every control: slow judge of the walk.</summary>
internal static class TextbookRoc
{
    public static (double Area, double Variance, double Z) Of(double[] cases, double[] controls, bool correct)
    {
        var ofCases = cases.Select(x => controls.Average(y => Score(x, y))).ToArray();
        var ofControls = controls.Select(y => cases.Average(x => Score(x, y))).ToArray();
        var area = ofCases.Average();
        var variance = Variance(ofCases) / cases.Length + Variance(ofControls) / controls.Length;
        double n = cases.Length + controls.Length;
        var ties = cases.Concat(controls).GroupBy(v => v).Sum(g => Math.Pow(g.Count(), 3) - g.Count());
        var pairs = (double)cases.Length * controls.Length;
        var deviation = Math.Round(2 * pairs * area) / 2 - pairs / 2;
        var deviationCorrected = correct ? deviation - 0.5 * Math.Sign(deviation) : deviation;
        return (area, variance, deviationCorrected / Math.Sqrt(pairs / 12 * (n + 1 - ties / (n * (n - 1)))));
    }

    private static double Score(double x, double y) =>
        x > y ? 1
        : x < y ? 0
        : 0.5;

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }
}
