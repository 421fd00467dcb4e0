using Refractor.Statistics.Mixtures;

namespace Refractor.Statistics.Tests.Mixtures;

public class LeastSquaresMixtureTests
{
    [Theory]
    [InlineData(MixtureConstraint.NonNegative, 1)]
    [InlineData(MixtureConstraint.SumToOne, 2)]
    [InlineData(MixtureConstraint.SumAtMostOne, 3)]
    public void Nothing_near_the_solution_fits_better(MixtureConstraint constraint, int seed)
    {
        var (a, b) = Random(seed, rows: 30, components: 12, samples: 40);
        var fit = LeastSquaresMixture.Fit(Matrix(a), Matrix(b), constraint);
        for (var s = 0; s < fit.Samples; s++)
            OptimalityOf(a, [.. b.Select(row => row[s])], fit.Of(s).ToArray(), constraint).ShouldBeLessThan(1e-11);
    }

    [Fact]
    public void Components_that_are_almost_alike_are_told_apart()
    {
        var (a, _) = Random(4, rows: 30, components: 6, samples: 0);
        foreach (var row in a)
            row[1] = row[0] * (1 + 1e-5 * row[2]);
        double[] truth = [1, 2, 0.5, 0, 0, 3];
        double[][] b = [.. a.Select(row => new[] { row.Zip(truth, (x, t) => x * t).Sum() })];
        var x = LeastSquaresMixture.Fit(Matrix(a), Matrix(b)).Of(0).ToArray();
        for (var j = 0; j < truth.Length; j++)
            x[j].ShouldBe(truth[j], 1e-7);
    }

    [Theory]
    [InlineData(MixtureConstraint.NonNegative)]
    [InlineData(MixtureConstraint.SumToOne)]
    public void A_copy_of_a_component_changes_no_fit(MixtureConstraint constraint)
    {
        var (a, b) = Random(5, rows: 20, components: 5, samples: 10);
        double[][] copied = [.. a.Select(row => row.Append(row[2]).ToArray())];
        var one = LeastSquaresMixture.Fit(Matrix(a), Matrix(b), constraint);
        var two = LeastSquaresMixture.Fit(Matrix(copied), Matrix(b), constraint);
        for (var s = 0; s < one.Samples; s++)
            two.ResidualSquares[s].ShouldBe(one.ResidualSquares[s], 1e-12 * one.ResidualSquares[s]);
    }

    [Fact]
    public void Points_that_are_dependent_as_vectors_only_keep_their_own_fractions()
    {
        // The third component is the sum of the first two: no combination of them with weights that sum to 1.
        double[][] a =
        [
            [1, 0, 1],
            [0, 1, 1],
            [1, 1, 2],
        ];
        double[][] b =
        [
            [0.6],
            [0.8],
            [1.4],
        ];
        var x = LeastSquaresMixture.Fit(Matrix(a), Matrix(b), MixtureConstraint.SumToOne).Of(0).ToArray();
        x[0].ShouldBe(0.2, 1e-12);
        x[1].ShouldBe(0.4, 1e-12);
        x[2].ShouldBe(0.4, 1e-12);
    }

    [Fact]
    public void A_sum_below_one_is_left_as_it_is_and_one_above_is_cut_to_one()
    {
        double[][] a =
        [
            [1, 0],
            [0, 1],
        ];
        double[][] b =
        [
            [0.2, 0.9],
            [0.3, 0.5],
        ];
        var fit = LeastSquaresMixture.Fit(Matrix(a), Matrix(b), MixtureConstraint.SumAtMostOne);
        fit.Of(0).ToArray().ShouldBe([0.2, 0.3]);
        fit.Of(1)[0].ShouldBe(0.7, 1e-15);
        fit.Of(1)[1].ShouldBe(0.3, 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_sample_without_signal_has_no_component(double value)
    {
        var fit = LeastSquaresMixture.Fit(
            Matrix([
                [1, 2],
                [2, 1],
            ]),
            Matrix([
                [value],
                [value],
            ])
        );
        fit.Of(0).ToArray().ShouldBe([0, 0]);
        fit.ResidualSquares[0].ShouldBe(2 * value * value);
        fit.Reasons[0].ShouldBe(NotEstimable.None);
    }

    [Fact]
    public void Missing_rows_are_left_out_and_counted()
    {
        var (a, b) = Random(6, rows: 20, components: 4, samples: 3);
        b[3][1] = double.NaN;
        b[7][1] = double.NaN;
        a[5][2] = double.NaN;
        var fit = LeastSquaresMixture.Fit(Matrix(a), Matrix(b));
        fit.Rows.ShouldBe([19, 17, 19]);
        int[] kept = [.. Enumerable.Range(0, 20).Where(r => r is not (3 or 5 or 7))];
        var alone = LeastSquaresMixture.Fit(
            Matrix([.. kept.Select(r => a[r])]),
            Matrix([.. kept.Select(r => new[] { b[r][1] })])
        );
        fit.Of(1).ToArray().ShouldBe(alone.Of(0).ToArray());
    }

    [Fact]
    public void A_sample_without_any_row_says_so()
    {
        var fit = LeastSquaresMixture.Fit(
            Matrix([
                [1, 2],
                [2, 1],
            ]),
            Matrix([
                [double.NaN],
                [double.NaN],
            ])
        );
        fit.Reasons[0].ShouldBe(NotEstimable.TooFewValues);
        fit.Of(0).ToArray().ShouldAllBe(x => double.IsNaN(x));
        fit.ResidualSquares[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Threads_and_the_order_of_samples_change_nothing()
    {
        var (a, b) = Random(7, rows: 40, components: 10, samples: 33);
        double[][] reversed = [.. b.Select(row => row.Reverse().ToArray())];
        var one = LeastSquaresMixture.Fit(Matrix(a), Matrix(b), threads: 1);
        var four = LeastSquaresMixture.Fit(Matrix(a), Matrix(reversed), threads: 4);
        for (var s = 0; s < one.Samples; s++)
            four.Of(one.Samples - 1 - s).ToArray().ShouldBe(one.Of(s).ToArray());
    }

    [Fact]
    public void Matrices_of_different_rows_are_refused() =>
        Should
            .Throw<ArgumentException>(() =>
                LeastSquaresMixture.Fit(
                    Matrix([
                        [1],
                        [2],
                    ]),
                    Matrix([
                        [1],
                        [2],
                        [3],
                    ])
                )
            )
            .Message.ShouldContain("Components of 2 rows need mixtures of as many; found 3.");

    /// <summary>How far the conditions of Karush, Kuhn and Tucker are missed, as a fraction of |a||b|.</summary>
    private static double OptimalityOf(double[][] a, double[] b, double[] x, MixtureConstraint constraint)
    {
        x.Min().ShouldBeGreaterThanOrEqualTo(0);
        var sum = x.Sum();
        var isBound =
            constraint == MixtureConstraint.SumToOne
            || (constraint == MixtureConstraint.SumAtMostOne && sum > 1 - 1e-12);
        if (isBound)
            sum.ShouldBe(1, 1e-13);
        double[] residuals = [.. a.Select((row, r) => b[r] - row.Zip(x, (c, t) => c * t).Sum())];
        double[] slopes = [.. x.Select((_, j) => Enumerable.Range(0, b.Length).Sum(r => a[r][j] * residuals[r]))];
        int[] free = [.. Enumerable.Range(0, x.Length).Where(j => x[j] > 0)];
        var level = isBound ? free.Average(j => slopes[j]) : 0;
        if (isBound && constraint == MixtureConstraint.SumAtMostOne)
            level.ShouldBeGreaterThan(-1e-10);
        var scale = Math.Sqrt(b.Sum(v => v * v) * a.Max(row => row.Max(Math.Abs)) * b.Length);
        return Enumerable
                .Range(0, x.Length)
                .Max(j => x[j] > 0 ? Math.Abs(slopes[j] - level) : Math.Max(0, slopes[j] - level)) / scale;
    }

    private static (double[][] A, double[][] B) Random(int seed, int rows, int components, int samples)
    {
        var random = new RandomSource((ulong)seed);
        double[][] Fill(int columns, double shift)
        {
            var values = new double[rows][];
            for (var r = 0; r < rows; r++)
            {
                values[r] = new double[columns];
                for (var c = 0; c < columns; c++)
                    values[r][c] = random.NextDouble() - shift;
            }
            return values;
        }
        return (Fill(components, 0), Fill(samples, 0.3));
    }

    private static FeatureMatrix Matrix(double[][] rows) =>
        FeatureMatrix.Of(rows.Length, rows[0].Length, rows.SelectMany(r => r).ToArray());
}
