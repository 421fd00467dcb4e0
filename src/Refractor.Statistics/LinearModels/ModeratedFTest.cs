using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.LinearModels;

/// <summary>Moderated F tests that several contrasts are all 0, in the order of the features.</summary>
public sealed class ModeratedFTest
{
    // An eigenvalue of the correlation of the contrasts below this share of the largest is a dependence between them.
    private const double DependenceTolerance = 1e-10;

    private readonly ModeratedFit _moderated;
    private readonly double[][] _effects;
    private readonly double[]?[] _weights;

    internal ModeratedFTest(ModeratedFit moderated, IReadOnlyList<Contrast> contrasts)
    {
        if (contrasts.Count == 0)
            throw new ArgumentException("An F test needs at least one contrast; found none.", nameof(contrasts));
        (_moderated, Contrasts) = (moderated, contrasts);
        var fit = moderated.Fit;
        _effects = [.. contrasts.Select(c => fit.Estimate(c).Values)];
        _weights = [.. contrasts.Select(fit.KeptWeights)];
        F = new double[fit.Features];
        Df1 = new double[fit.Features];
        Df2 = moderated.TotalDf;
        LogP = new double[fit.Features];
        Reasons = new NotEstimable[fit.Features];
        UnscaledCovariance? last = null;
        double[][] whitening = [];
        for (var f = 0; f < fit.Features; f++)
        {
            if (fit.CovarianceOf(f) is var covariance && !ReferenceEquals(covariance, last))
                (last, whitening) = (covariance, Whitening(covariance));
            Compute(f, whitening);
        }
        LogAdjustedP = AdjustedP.BenjaminiHochbergOfLog(LogP);
    }

    /// <summary>What was tested.</summary>
    public IReadOnlyList<Contrast> Contrasts { get; }

    /// <summary>Moderated F; NaN where a contrast is not estimable.</summary>
    public double[] F { get; }

    /// <summary>Numerator degrees of freedom: how many of the contrasts are independent.</summary>
    public double[] Df1 { get; }

    /// <summary>Denominator degrees of freedom.</summary>
    public double[] Df2 { get; }

    /// <summary>Natural logarithm of the p value.</summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithm of the p value adjusted by Benjamini and Hochberg over the features that have one.</summary>
    public double[] LogAdjustedP { get; }

    /// <summary>Why a feature has no test; <see cref="NotEstimable.None"/> where it has.</summary>
    public NotEstimable[] Reasons { get; }

    private void Compute(int feature, double[][] whitening)
    {
        var sum = 0.0;
        foreach (var direction in whitening)
        {
            var z = 0.0;
            for (var k = 0; k < direction.Length; k++)
                z += direction[k] * _effects[k][feature];
            sum += z * z;
        }
        var estimable = _effects.All(e => !double.IsNaN(e[feature]));
        Df1[feature] = estimable ? whitening.Length : double.NaN;
        F[feature] = estimable ? sum / whitening.Length / _moderated.Posterior[feature] : double.NaN;
        LogP[feature] = double.IsNaN(F[feature])
            ? double.NaN
            : FDistribution.UpperTail(F[feature], Df1[feature], Df2[feature]).Log;
        Reasons[feature] =
            !double.IsNaN(F[feature]) ? NotEstimable.None
            : estimable ? NotEstimable.NoResidualDegreesOfFreedom
            : NotEstimable.Collinear;
    }

    // Directions whose products with the effects are independent with variance 1 (over the residual variance).
    private double[][] Whitening(UnscaledCovariance covariance)
    {
        var k = _weights.Length;
        if (_weights.Any(w => w is null || !covariance.CanEstimate(w)))
            return [];
        var deviations = Array.ConvertAll(_weights, w => Math.Sqrt(covariance.Of(w, w)));
        var correlation = new double[k * k];
        for (var i = 0; i < k; i++)
        for (var j = 0; j < k; j++)
            correlation[i * k + j] = covariance.Of(_weights[i], _weights[j]) / (deviations[i] * deviations[j]);
        var eigen = SymmetricEigen.Of(correlation, k);
        return
        [
            .. Enumerable
                .Range(0, k)
                .Where(e => eigen.Values[e] > DependenceTolerance * eigen.Values[0])
                .Select(e => Direction(eigen, e, deviations)),
        ];
    }

    private static double[] Direction(SymmetricEigen eigen, int e, double[] deviations)
    {
        var direction = eigen.Vector(e).ToArray();
        for (var k = 0; k < direction.Length; k++)
            direction[k] /= Math.Sqrt(eigen.Values[e]) * deviations[k];
        return direction;
    }
}
