using System.Numerics.Tensors;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Finds the covariates that the partial likelihood cannot tell from earlier ones.</summary>
/// <remarks>
/// A combination of covariates that is constant in every risk set has no information at any coefficients, so that the information at 0
/// tells all of them.
/// </remarks>
internal static class Aliasing
{
    /// <summary>Fraction of a covariate's information left after the earlier ones below which it is aliased; rounding leaves 1e-15.</summary>
    public const double Tolerance = 1e-11;

    /// <summary>One reason per covariate: None, NoVariation or Collinear.</summary>
    public static NotEstimable[] Find(PartialLikelihood likelihood)
    {
        var p = likelihood.Covariates;
        var information = new double[p, p];
        likelihood.Evaluate(new double[p], new double[p], information);
        var factor = new double[p, p];
        var reasons = new NotEstimable[p];
        for (var j = 0; j < p; j++)
        {
            var largest = TensorPrimitives.MaxMagnitude<double>(likelihood.Sample.Columns[j]);
            if (!(information[j, j] > Tolerance * largest * largest))
            {
                reasons[j] = NotEstimable.NoVariation;
                continue;
            }
            for (var k = 0; k < j; k++)
                factor[j, k] = reasons[k] == NotEstimable.None ? Entry(information, factor, j, k) / factor[k, k] : 0;
            var pivot = Entry(information, factor, j, j);
            if (pivot > Tolerance * information[j, j])
                factor[j, j] = Math.Sqrt(pivot);
            else
                reasons[j] = NotEstimable.Collinear;
        }
        return reasons;
    }

    private static double Entry(double[,] information, double[,] factor, int row, int column)
    {
        var entry = information[row, column];
        for (var k = 0; k < column; k++)
            entry -= factor[row, k] * factor[column, k];
        return entry;
    }
}
