using System.Runtime.Intrinsics;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>
/// Pools eight features at once, one in each lane, by the formulas of <see cref="WeightedProjection"/> for an intercept alone. A study
/// that lacks a feature has an infinite variance there, hence weight 0.
/// </summary>
internal sealed class MetaLanes
{
    public const int Lanes = 8;
    private const int MaximalSteps = 200;

    private readonly Vector512<double>[] _effects;
    private readonly Vector512<double>[] _variances;
    private readonly Vector512<double>[] _weights;

    public MetaLanes(int studies)
    {
        _effects = new Vector512<double>[studies];
        _variances = new Vector512<double>[studies];
        _weights = new Vector512<double>[studies];
    }

    /// <summary>Studies of each lane, at least 1.</summary>
    public Vector512<double> Studies { get; private set; }

    /// <summary>The smallest variance of each lane.</summary>
    public Vector512<double> SmallestVariance { get; private set; }

    /// <summary>Cochran's Q at τ² = 0.</summary>
    public Vector512<double> Q { get; private set; }

    /// <summary>tr P at τ² = 0: (k − 1) over the typical variance.</summary>
    public Vector512<double> Trace { get; private set; }

    /// <summary>Estimate of τ².</summary>
    public Vector512<double> Tau2 { get; private set; }

    /// <summary>Lanes whose likelihood may have two maxima, to be judged one by one.</summary>
    public Vector512<double> IsAmbiguous { get; private set; }

    /// <summary>Pooled effect.</summary>
    public Vector512<double> Effect { get; private set; }

    /// <summary>Sum of the weights at τ².</summary>
    public Vector512<double> WeightSum { get; private set; }

    /// <summary>Weighted sum of squares about the pooled effect at τ².</summary>
    public Vector512<double> Squares { get; private set; }

    /// <summary>Sets the eight effects and variances of a study.</summary>
    public void Set(int study, ReadOnlySpan<double> effects, ReadOnlySpan<double> variances)
    {
        _effects[study] = Vector512.Create(effects);
        _variances[study] = Vector512.Create(variances);
    }

    /// <summary>Estimates all lanes.</summary>
    public void Pool(HeterogeneityEstimator estimator)
    {
        Count();
        var start = Weigh(Vector512<double>.Zero);
        (Q, Trace) = (start.Squares, start.TraceP);
        IsAmbiguous = Vector512<double>.Zero;
        Tau2 = estimator switch
        {
            HeterogeneityEstimator.EqualEffects => Vector512<double>.Zero,
            HeterogeneityEstimator.DerSimonianLaird => Positive((Q - Studies + Vector512<double>.One) / Trace),
            HeterogeneityEstimator.Hedges => Hedges(),
            HeterogeneityEstimator.SidikJonkman => SidikJonkman(),
            HeterogeneityEstimator.PauleMandel => PauleMandel(),
            HeterogeneityEstimator.MaximumLikelihood => Maximise(restricted: false, start),
            HeterogeneityEstimator.RestrictedMaximumLikelihood => Maximise(restricted: true, start),
            _ => throw new ArgumentOutOfRangeException(nameof(estimator), estimator, "Not an estimator."),
        };
        Tau2 = Vector512.ConditionalSelect(
            Vector512.GreaterThan(Studies, Vector512<double>.One),
            Tau2,
            Vector512<double>.Zero
        );
        var end = Weigh(Tau2);
        (Effect, WeightSum, Squares) = (end.Mean, end.S1, end.Squares);
    }

    private void Count()
    {
        (Studies, SmallestVariance) = (Vector512<double>.Zero, Vector512.Create(double.PositiveInfinity));
        foreach (var v in _variances)
        {
            SmallestVariance = Vector512.Min(SmallestVariance, v);
            Studies += Vector512.ConditionalSelect(
                Vector512.LessThan(v, Vector512.Create(double.PositiveInfinity)),
                Vector512<double>.One,
                Vector512<double>.Zero
            );
        }
        Studies = Vector512.Max(Studies, Vector512<double>.One);
    }

    /// <summary>All moments at a τ².</summary>
    public LaneMoments Weigh(Vector512<double> tau2)
    {
        var (s1, s2, s3, sum) = (
            Vector512<double>.Zero,
            Vector512<double>.Zero,
            Vector512<double>.Zero,
            Vector512<double>.Zero
        );
        for (var i = 0; i < _weights.Length; i++)
        {
            var w = Vector512<double>.One / (_variances[i] + tau2);
            var squared = w * w;
            _weights[i] = w;
            s1 += w;
            s2 += squared;
            s3 += squared * w;
            sum += w * _effects[i];
        }
        var mean = sum / s1;
        var (first, second, third, cross) = (
            Vector512<double>.Zero,
            Vector512<double>.Zero,
            Vector512<double>.Zero,
            Vector512<double>.Zero
        );
        for (var i = 0; i < _weights.Length; i++)
        {
            var w = _weights[i];
            var residual = _effects[i] - mean;
            var scaled = w * residual;
            first += scaled * residual;
            second += scaled * scaled;
            third += scaled * scaled * w;
            cross += scaled * w;
        }
        return new LaneMoments(s1, s2, s3, mean, first, second, third - cross * cross / s1);
    }

    private (Vector512<double> Squares, Vector512<double> Variances) Unweighted()
    {
        var infinite = Vector512.Create(double.PositiveInfinity);
        var (sum, variances) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var i = 0; i < _effects.Length; i++)
        {
            sum += _effects[i];
            variances += Vector512.ConditionalSelect(
                Vector512.LessThan(_variances[i], infinite),
                _variances[i],
                Vector512<double>.Zero
            );
        }
        var mean = sum / Studies;
        var squares = Vector512<double>.Zero;
        for (var i = 0; i < _effects.Length; i++)
        {
            var residual = Vector512.ConditionalSelect(
                Vector512.LessThan(_variances[i], infinite),
                _effects[i] - mean,
                Vector512<double>.Zero
            );
            squares += residual * residual;
        }
        return (squares, variances);
    }

    private Vector512<double> Hedges()
    {
        var (squares, variances) = Unweighted();
        var df = Studies - Vector512<double>.One;
        return Positive((squares - variances * df / Studies) / df);
    }

    private Vector512<double> SidikJonkman()
    {
        var start = Unweighted().Squares / Studies;
        var tau2 = start * Weigh(start).Squares / (Studies - Vector512<double>.One);
        return Vector512.ConditionalSelect(
            Vector512.GreaterThan(start, Vector512<double>.Zero),
            tau2,
            Vector512<double>.Zero
        );
    }

    private Vector512<double> PauleMandel()
    {
        var df = Studies - Vector512<double>.One;
        var tau2 = Vector512<double>.Zero;
        for (var i = 0; i < MaximalSteps; i++)
        {
            var m = Weigh(tau2);
            var step = (m.Squares - df) / m.SquaredProjection;
            var moves = Vector512.GreaterThan(step, 1e-15 * tau2) & Vector512.GreaterThan(df, Vector512<double>.Zero);
            if (Vector512.EqualsAll(moves, Vector512<double>.Zero))
                break;
            tau2 = Vector512.ConditionalSelect(moves, tau2 + step, tau2);
        }
        return tau2;
    }

    private Vector512<double> Maximise(bool restricted, LaneMoments atZero)
    {
        var likelihood = new LaneLikelihood(this, restricted);
        var tau2 = likelihood.Climb(Hedges());
        IsAmbiguous = likelihood.HasOtherMaximum(tau2, atZero, Unweighted().Squares);
        return tau2;
    }

    private static Vector512<double> Positive(Vector512<double> values) =>
        Vector512.Max(values, Vector512<double>.Zero);
}
