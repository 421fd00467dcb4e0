using System.Runtime.Intrinsics;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>Sums of the weights w of eight features, and of w about their weighted means.</summary>
/// <param name="S1">Σw.</param>
/// <param name="S2">Σw².</param>
/// <param name="S3">Σw³.</param>
/// <param name="Mean">Weighted mean.</param>
/// <param name="Squares">y'Py.</param>
/// <param name="SquaredProjection">y'PPy.</param>
/// <param name="CubedProjection">y'PPPy.</param>
internal readonly record struct LaneMoments(
    Vector512<double> S1,
    Vector512<double> S2,
    Vector512<double> S3,
    Vector512<double> Mean,
    Vector512<double> Squares,
    Vector512<double> SquaredProjection,
    Vector512<double> CubedProjection
)
{
    /// <summary>tr P.</summary>
    public Vector512<double> TraceP => S1 - S2 / S1;

    /// <summary>tr PP.</summary>
    public Vector512<double> TracePP => S2 - 2 * S3 / S1 + S2 / S1 * (S2 / S1);
}
