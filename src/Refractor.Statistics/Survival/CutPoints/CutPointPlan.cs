namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>What all features of a search share.</summary>
internal sealed class CutPointPlan
{
    public CutPointPlan(SurvivalTimes times, CutPointOptions options)
    {
        (Times, Options) = (times, options);
        Scores = LogRankScores.Of(times);
        for (var i = 0; i < Scores.Length; i++)
            Scores[i] = double.IsNaN(Scores[i]) ? 0 : Scores[i];
        UsesAll = times.N == times.Count;
        SumOfSquares = Scores.Sum(s => s * s);
        Complete = new CutWeights(times.N, options);
    }

    public SurvivalTimes Times { get; }

    public CutPointOptions Options { get; }

    /// <summary>n log-rank scores; 0 in rows without follow-up.</summary>
    public double[] Scores { get; }

    /// <summary>Their sum of squares.</summary>
    public double SumOfSquares { get; }

    /// <summary>Whether all n samples have follow-up.</summary>
    public bool UsesAll { get; }

    /// <summary>Weights for a feature without missing values.</summary>
    public CutWeights Complete { get; }
}

/// <summary>For N samples: what sums of scores are divided by at each size of the low group, and how close neighbouring sizes are.</summary>
internal sealed class CutWeights
{
    private readonly double[] _steps;
    private readonly double[] _cubes;

    public CutWeights(int n, CutPointOptions options)
    {
        N = n;
        (From, To) = options.Range(n);
        var size = Math.Max(n, 1) + 1;
        (Inverse, _steps, _cubes) = (new double[size], new double[size], new double[size]);
        for (var l = 1; l < n; l++)
        {
            Inverse[l] = (double)n * (n - 1) / ((double)l * (n - l));
            var step = l > 1 ? MaximumBounds.Step(l - 1, l, n) : 0;
            (_steps[l], _cubes[l]) = (_steps[l - 1] + step, _cubes[l - 1] + step * step * step);
        }
    }

    public int N { get; }

    public int From { get; }

    public int To { get; }

    /// <summary>n(n − 1) / (l(n − l)) for each size l.</summary>
    public double[] Inverse { get; }

    /// <summary>Sums of the steps and of their cubes between two sizes all of which in between are looked at.</summary>
    public (double Steps, double Cubes) Between(int first, int last) =>
        (_steps[last] - _steps[first], _cubes[last] - _cubes[first]);
}
