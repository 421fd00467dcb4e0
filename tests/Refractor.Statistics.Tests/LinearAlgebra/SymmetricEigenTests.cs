using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Tests.LinearAlgebra;

public class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(120)]
    public void The_eigenvectors_are_orthonormal_and_give_the_matrix_back(int size)
    {
        var matrix = Gram(size, 2 * size);
        var eigen = SymmetricEigen.Of(matrix, size);
        for (var i = 0; i < size; i++)
        {
            if (i > 0)
                eigen.Values[i].ShouldBeLessThanOrEqualTo(eigen.Values[i - 1]);
            for (var j = 0; j < size; j++)
            {
                Dot(eigen.Vector(i), eigen.Vector(j)).ShouldBe(i == j ? 1 : 0, 1e-12);
                var back = 0.0;
                for (var k = 0; k < size; k++)
                    back += eigen.Values[k] * eigen.Vector(k)[i] * eigen.Vector(k)[j];
                back.ShouldBe(matrix[(i * size) + j], 1e-12 * eigen.Values[0]);
            }
        }
    }

    [Fact]
    public void Equal_and_zero_eigenvalues_are_found()
    {
        double[] matrix = [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5];
        SymmetricEigen.Of(matrix, 4).Values.ShouldBe([5, 2, 2, 0]);
    }

    [Fact]
    public void A_matrix_of_rank_one_has_one_eigenvalue()
    {
        const int size = 60;
        var matrix = new double[size * size];
        for (var i = 0; i < size * size; i++)
            matrix[i] = (1 + (i / size)) * (1.0 + (i % size));
        var eigen = SymmetricEigen.Of(matrix, size);
        eigen.Values[0].ShouldBe(Enumerable.Range(1, size).Sum(i => (double)i * i), 1e-8);
        eigen.Values[1].ShouldBe(0, 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(49)]
    [InlineData(200)]
    public void The_leading_eigenvector_is_the_first_of_all(int size)
    {
        var matrix = Gram(size, 300);
        var (vector, value) = LeadingEigenvector.Of(matrix, size);
        var eigen = SymmetricEigen.Of(matrix, size);
        value.ShouldBe(eigen.Values[0], 1e-12 * value);
        Math.Abs(Dot(vector, eigen.Vector(0))).ShouldBe(1, 1e-13);
        var sign = Math.Sign(Dot(vector, eigen.Vector(0)));
        for (var i = 0; i < size; i++)
            vector[i].ShouldBe(sign * eigen.Vector(0)[i], 1e-10);
    }

    [Fact]
    public void The_leading_eigenvector_is_found_among_few_distinct_eigenvalues()
    {
        const int size = 100;
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
            matrix[(i * size) + i] = i == 70 ? 2 : 1;
        var (vector, value) = LeadingEigenvector.Of(matrix, size);
        value.ShouldBe(2, 1e-14);
        Math.Abs(vector[70]).ShouldBe(1, 1e-12);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(7, 3)]
    [InlineData(70, 1300)]
    public void Inner_products_are_those_of_the_definition_for_any_number_of_threads(int rows, int length)
    {
        var values = Values(rows * length);
        var gram = GramMatrix.Of(values, length, threads: 1);
        for (var i = 0; i < rows; i++)
        for (var j = 0; j < rows; j++)
            gram[(i * rows) + j]
                .ShouldBe(Dot(values.AsSpan(i * length, length), values.AsSpan(j * length, length)), 1e-10);
        GramMatrix.Of(values, length, threads: 3).ShouldBe(gram);
    }

    private static double[] Gram(int size, int length) => GramMatrix.Of(Values(size * length), length);

    private static double[] Values(int count)
    {
        var random = new RandomSource(7);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.3)];
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
