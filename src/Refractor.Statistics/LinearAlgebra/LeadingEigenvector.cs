using System.Numerics.Tensors;

namespace Refractor.Statistics.LinearAlgebra;

/// <summary>The eigenvector of the largest eigenvalue of a symmetric positive semidefinite matrix.</summary>
internal static class LeadingEigenvector
{
    private const int SmallSize = 48;
    private const int CheckEvery = 8;
    private const double Tolerance = 1e-14;

    /// <summary>
    /// Lanczos steps from a fixed random start, each new direction made orthogonal to all earlier ones twice, until the residual is
    /// below 1e-14 of the eigenvalue; the whole decomposition for small matrices and where half of the directions did not suffice.
    /// </summary>
    /// <param name="matrix">m × m.</param>
    /// <param name="size">m.</param>
    /// <returns>The vector, m values of length 1, and its eigenvalue.</returns>
    public static (double[] Vector, double Value) Of(double[] matrix, int size)
    {
        if (size > SmallSize && Lanczos(matrix, size) is { } found)
            return found;
        var eigen = SymmetricEigen.Of(matrix, size);
        return (eigen.Vector(0).ToArray(), eigen.Values[0]);
    }

    private static (double[] Vector, double Value)? Lanczos(double[] matrix, int size)
    {
        var steps = size / 2;
        var basis = new double[steps + 1][];
        var (diagonal, offDiagonal) = (new double[steps], new double[steps]);
        basis[0] = Start(size);
        for (var k = 0; k < steps; k++)
        {
            var next = new double[size];
            for (var i = 0; i < size; i++)
                next[i] = TensorPrimitives.Dot<double>(matrix.AsSpan(i * size, size), basis[k]);
            diagonal[k] = TensorPrimitives.Dot<double>(next, basis[k]);
            MakeOrthogonal(next, basis, k);
            MakeOrthogonal(next, basis, k);
            offDiagonal[k] = TensorPrimitives.Norm<double>(next);
            if ((k + 1) % CheckEvery == 0 || offDiagonal[k] == 0)
            {
                var ritz = SymmetricEigen.Of(TridiagonalMatrix(diagonal, offDiagonal, k + 1), k + 1);
                if (offDiagonal[k] * Math.Abs(ritz.Vector(0)[k]) <= Tolerance * ritz.Values[0])
                    return (Combine(basis, ritz.Vector(0), size), ritz.Values[0]);
                if (offDiagonal[k] == 0)
                    return null;
            }
            TensorPrimitives.Divide(next, offDiagonal[k], next);
            basis[k + 1] = next;
        }
        return null;
    }

    private static double[] Start(int size)
    {
        var random = new RandomSource(1);
        var start = new double[size];
        for (var i = 0; i < size; i++)
            start[i] = 0.5 + random.NextDouble();
        TensorPrimitives.Divide(start, TensorPrimitives.Norm<double>(start), start);
        return start;
    }

    private static void MakeOrthogonal(double[] vector, double[][] basis, int last)
    {
        for (var j = last; j >= 0; j--)
            TensorPrimitives.MultiplyAdd(basis[j], -TensorPrimitives.Dot<double>(vector, basis[j]), vector, vector);
    }

    private static double[] TridiagonalMatrix(double[] diagonal, double[] offDiagonal, int size)
    {
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            matrix[(i * size) + i] = diagonal[i];
            if (i + 1 < size)
                matrix[(i * size) + i + 1] = matrix[((i + 1) * size) + i] = offDiagonal[i];
        }
        return matrix;
    }

    private static double[] Combine(double[][] basis, ReadOnlySpan<double> weights, int size)
    {
        var vector = new double[size];
        for (var j = 0; j < weights.Length; j++)
            TensorPrimitives.MultiplyAdd(basis[j], weights[j], vector, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
        return vector;
    }
}
