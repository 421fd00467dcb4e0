using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>Makes one row of several that have one name.</summary>
internal static class DuplicateRows
{
    /// <summary>What a rule does, in words.</summary>
    public static string Described(DuplicateRule rule) =>
        rule switch
        {
            DuplicateRule.HighestMean => "the row of the highest mean is taken",
            DuplicateRule.HighestVariance => "the row of the highest variance is taken",
            DuplicateRule.Median => "the median of the rows is taken, sample by sample",
            DuplicateRule.Mean => "the mean of the rows is taken, sample by sample",
            _ => "the sum of the rows is taken, sample by sample",
        };

    /// <summary>The row that stands for all; where they are joined, its numbers are changed. A missing number is left out.</summary>
    public static int One(DuplicateRule rule, int[] rows, IReadOnlyList<Memory<float>> values)
    {
        if (rule == DuplicateRule.HighestMean)
            return rows.MaxBy(r => Moments(values[r].Span).Mean);
        if (rule == DuplicateRule.HighestVariance)
            return rows.MaxBy(r => Moments(values[r].Span).Variance);
        var target = values[rows[0]].Span;
        var known = new List<float>(rows.Length);
        for (var s = 0; s < target.Length; s++)
        {
            known.Clear();
            foreach (var row in rows)
                if (values[row].Span[s] is var value && !float.IsNaN(value))
                    known.Add(value);
            target[s] = known.Count == 0 ? float.NaN : Joined(rule, known);
        }
        return rows[0];
    }

    private static float Joined(DuplicateRule rule, List<float> known)
    {
        if (rule == DuplicateRule.Sum)
            return known.Sum();
        if (rule == DuplicateRule.Mean)
            return known.Average();
        known.Sort();
        return (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2;
    }

    private static (double Mean, double Variance) Moments(ReadOnlySpan<float> row)
    {
        var (mean, squares, count) = (0.0, 0.0, 0);
        foreach (var value in row)
            if (!float.IsNaN(value))
            {
                var before = value - mean;
                mean += before / ++count;
                squares += before * (value - mean);
            }
        return (mean, count < 2 ? 0 : squares / (count - 1));
    }
}
