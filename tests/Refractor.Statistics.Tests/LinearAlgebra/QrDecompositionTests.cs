using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Tests.LinearAlgebra;

public class QrDecompositionTests
{
    private static readonly double[][] Design =
    [
        [1, 1, 1, 1, 1],
        [0, 1, 2, 3, 5],
        [1, 3, 5, 7, 11],
        [2, 0, 1, 0, 4],
    ];

    [Fact]
    public void A_column_that_is_a_combination_of_earlier_ones_goes_to_the_end()
    {
        var qr = new QrDecomposition(Design, 5);
        qr.Rank.ShouldBe(3);
        qr.Order.ShouldBe([0, 1, 3, 2]);
    }

    [Fact]
    public void The_thin_factor_is_orthonormal_and_gives_the_design_back()
    {
        var qr = new QrDecomposition(Design, 5);
        var q = qr.ThinQ();
        for (var a = 0; a < 3; a++)
        for (var b = 0; b < 3; b++)
            q[a].Zip(q[b], (x, y) => x * y).Sum().ShouldBe(a == b ? 1 : 0, 1e-14);
        for (var column = 0; column < 3; column++)
        for (var row = 0; row < 5; row++)
            Enumerable
                .Range(0, column + 1)
                .Sum(k => q[k][row] * qr.R(k, column))
                .ShouldBe(Design[qr.Order[column]][row], 1e-13);
    }
}
