using Refractor.Statistics.Mixtures;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Mixtures;

/// <summary>R's nnls and quadprog, see Reference/nnls/README.md.</summary>
public class LeastSquaresMixtureReferenceTests
{
    [Theory]
    [InlineData("nnls/signature.tsv", "nnls/bulk.tsv", "nnls/expected_bulk.tsv")]
    [InlineData("nnls/sbs_signatures.tsv", "nnls/sbs_counts.tsv", "nnls/expected_sbs.tsv")]
    public void Coefficients_agree_with_nnls(string components, string mixtures, string expected)
    {
        var names = ReferenceTable.Read(components).Columns.Skip(1).ToArray();
        var samples = ReferenceTable.Read(mixtures).Columns.Skip(1).ToList();
        var fit = LeastSquaresMixture.Fit(
            ReferenceTable.Read(components).Matrix(),
            ReferenceTable.Read(mixtures).Matrix()
        );
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read(expected).Rows)
        {
            var sample = samples.IndexOf(row["sample"]);
            var largest = names.Max(row.Number);
            for (var j = 0; j < names.Length; j++)
                agreement.Check(
                    $"{row.Place} {names[j]}",
                    fit.Of(sample)[j],
                    row.Number(names[j]),
                    0,
                    floor: row.Number(names[j]) == 0 ? 0 : 1e-8 * largest
                );
            agreement.Check($"{row.Place} deviance", fit.ResidualSquares[sample], row.Number("deviance"), 1e-9);
        }
        agreement.Verify();
    }

    [Fact]
    public void Dependent_components_reach_the_deviance_and_the_fit_of_nnls()
    {
        var expected = ReferenceTable.Read("nnls/expected_rank_deficient.tsv");
        var names = expected.Columns.Skip(1).TakeWhile(c => c != "deviance").ToArray();
        var (columns, n) = DependentColumns(names);
        var bulk = ReferenceTable.Read("nnls/bulk.tsv");
        var components = MatrixOf(columns, n);
        var fit = LeastSquaresMixture.Fit(components, bulk.Matrix());
        var agreement = new Agreement();
        foreach (var row in expected.Rows)
        {
            var sample = bulk.Columns.Skip(1).ToList().IndexOf(row["sample"]);
            agreement.Check($"{row.Place} deviance", fit.ResidualSquares[sample], row.Number("deviance"), 1e-9);
            double[] theirs = [.. names.Select(row.Number)];
            var scale = Enumerable.Range(0, n).Max(r => Math.Abs(Fitted(columns, theirs, r)));
            for (var r = 0; r < n; r++)
                agreement.Check(
                    $"{row.Place} fit {r}",
                    Fitted(columns, fit.Of(sample), r),
                    Fitted(columns, theirs, r),
                    0,
                    floor: 1e-8 * scale
                );
        }
        agreement.Verify();
    }

    [Fact]
    public void Coefficients_with_the_sum_fixed_agree_with_quadprog()
    {
        var signature = ReferenceTable.Read("nnls/signature.tsv");
        var bulk = ReferenceTable.Read("nnls/bulk.tsv");
        var fit = LeastSquaresMixture.Fit(signature.Matrix(), bulk.Matrix(), MixtureConstraint.SumToOne);
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("nnls/expected_bulk_sum_to_one_qp.tsv").Rows)
        {
            var sample = bulk.Columns.Skip(1).ToList().IndexOf(row["sample"]);
            for (var j = 0; j < signature.Columns.Count - 1; j++)
                agreement.Check($"{row.Place} {j}", fit.Of(sample)[j], row.Number(j + 1), 1e-7, floor: 1e-7);
        }
        agreement.Verify();
    }

    /// <summary>The components of the table by name; dup is a copy of the first, sum34 the sum of the third and fourth.</summary>
    private static (double[][] Columns, int Rows) DependentColumns(string[] names)
    {
        var signature = ReferenceTable.Read("nnls/signature.tsv");
        double[] Column(string name) =>
            name switch
            {
                "dup" => signature.Numbers(signature.Columns[1]),
                "sum34" =>
                [
                    .. signature
                        .Numbers(signature.Columns[3])
                        .Zip(signature.Numbers(signature.Columns[4]), (a, b) => a + b),
                ],
                _ => signature.Numbers(name),
            };
        return ([.. names.Select(Column)], signature.Count);
    }

    private static FeatureMatrix MatrixOf(double[][] columns, int rows) =>
        FeatureMatrix.Of(
            rows,
            columns.Length,
            Enumerable.Range(0, rows).SelectMany(r => columns.Select(c => c[r])).ToArray()
        );

    private static double Fitted(double[][] columns, ReadOnlySpan<double> x, int row)
    {
        var sum = 0.0;
        for (var j = 0; j < columns.Length; j++)
            sum += columns[j][row] * x[j];
        return sum;
    }
}
