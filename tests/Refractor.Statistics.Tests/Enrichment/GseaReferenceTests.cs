using Refractor.Statistics.Enrichment;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Enrichment;

/// <summary>Agreement with fgsea 1.39.4, whose own tables and tolerances are described in Reference/gsea.</summary>
public class GseaReferenceTests
{
    private static readonly EnrichmentOptions Unbounded = new() { SmallestP = 0 };

    /// <summary>With an error of our own well below that of the table, which comes from samples of 101 and 1,000 random sets.</summary>
    private static readonly EnrichmentOptions Precise = Unbounded with { Permutations = 10_000, SampleSize = 201 };

    [Fact]
    public void Scores_agree_with_fgsea_for_all_exponents_and_sides()
    {
        var byColumn = new Dictionary<string, EnrichmentScreen>
        {
            ["ES_p1"] = Scores(GseaTables.Statistics, new EnrichmentOptions()),
            ["ES_p0"] = Scores(GseaTables.Statistics, new EnrichmentOptions { Exponent = 0 }),
            ["ES_p0.5"] = Scores(GseaTables.Statistics, new EnrichmentOptions { Exponent = 0.5 }),
            ["ES_p2"] = Scores(GseaTables.Statistics, new EnrichmentOptions { Exponent = 2 }),
            ["ES_pos"] = Scores(GseaTables.Statistics, new EnrichmentOptions { Side = EnrichmentSide.Top }),
            ["ES_neg"] = Scores(GseaTables.Statistics, new EnrichmentOptions { Side = EnrichmentSide.Bottom }),
            ["ES_ties"] = Scores(GseaTables.TiedStatistics, new EnrichmentOptions { Ties = TiedFeatures.AsGiven }),
        };
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("gsea/expected_es.tsv").Rows)
        {
            var set = GseaTables.Number(row["set"]);
            agreement.CheckEqual(row.Place, byColumn["ES_p1"].Sizes[set], row.Integer("size"));
            foreach (var (column, screen) in byColumn)
                agreement.Check($"{row.Place} {column}", screen.Scores[set], row.Number(column), 1e-12, 1e-12);
            agreement.Check($"{row.Place} fgsea", byColumn["ES_p1"].Scores[set], row.Number("ES_fgsea"), 0, 5e-6);
        }
        agreement.Verify();
    }

    [Fact]
    public void Sets_without_a_ranked_member_have_a_reason()
    {
        var reported = ReferenceTable.Read("gsea/expected_es.tsv").Texts("set").ToHashSet();
        var screen = PrerankedGsea.Simple(GseaTables.Statistics, GseaTables.Sets);
        for (var set = 0; set < GseaTables.Sets.Count; set++)
        {
            var expected = reported.Contains(GseaTables.Sets.Name(set)) ? NotEstimable.None : NotEstimable.EmptySet;
            screen.Reasons[set].ShouldBe(expected, GseaTables.Sets.Name(set));
        }
    }

    [Fact]
    public void Multilevel_p_values_agree_with_ten_runs_of_fgseaMultilevel()
    {
        var screen = PrerankedGsea.Multilevel(GseaTables.Statistics, GseaTables.Sets, Precise);
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("gsea/expected_p.tsv").Rows)
        {
            var set = GseaTables.Number(row["set"]);
            CheckLog10P(agreement, row.Place, screen.P(set), row.Number("log10p_mean"), 4 * row.Number("log10p_sd"));
            agreement.Check(
                $"{row.Place} NES",
                screen.NormalizedScores[set],
                row.Number("NES_mean"),
                0.02,
                4 * row.Number("NES_sd")
            );
            var edge = screen.LeadingEdge(set).ToArray().Select(f => GseaTables.Genes[f]);
            agreement.CheckEqual($"{row.Place} leading edge", string.Join(',', edge), row["leading_edge"]);
        }
        agreement.Verify();
    }

    [Theory]
    [InlineData("gsea/expected_p_pos.tsv", EnrichmentSide.Top)]
    [InlineData("gsea/expected_p_neg.tsv", EnrichmentSide.Bottom)]
    public void One_sided_p_values_agree_with_fgseaMultilevel(string table, EnrichmentSide side)
    {
        var screen = PrerankedGsea.Multilevel(GseaTables.Statistics, GseaTables.Sets, Unbounded with { Side = side });
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read(table).Rows)
        {
            var set = GseaTables.Number(row["set"]);
            var error = row.Number("log2err");
            agreement.Check($"{row.Place} ES", screen.Scores[set], row.Number("ES"), 0, 5e-6);
            CheckLog10P(
                agreement,
                row.Place,
                screen.P(set),
                row.Number("log10p"),
                4 * Math.Sqrt(2) * error * Math.Log10(2)
            );
            agreement.Check($"{row.Place} NES", screen.NormalizedScores[set], row.Number("NES"), 0.12, 0.01);
            agreement.Check($"{row.Place} log2err", screen.Log2Error[set], error, 0.25, 0.01);
        }
        agreement.Verify();
    }

    [Fact]
    public void Permutation_p_values_agree_with_fgseaSimple()
    {
        const int permutations = 10_000;
        var options = new EnrichmentOptions { Permutations = permutations };
        var screen = PrerankedGsea.Simple(GseaTables.Statistics, GseaTables.Sets, options);
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("gsea/expected_simple_100k.tsv").Rows)
        {
            var set = GseaTables.Number(row["set"]);
            var p = row.Number("pval");
            agreement.CheckEqual(row.Place, screen.Sizes[set], row.Integer("size"));
            agreement.Check($"{row.Place} ES", screen.Scores[set], row.Number("ES"), 0, 5e-6);
            agreement.Check($"{row.Place} NES", screen.NormalizedScores[set], row.Number("NES"), 0.02);
            // A side holds at least a fifth of the random sets; one more than observed is counted on each side of the comparison.
            var error = Math.Sqrt(p * (1 - p) / (permutations / 5.0));
            agreement.Check($"{row.Place} p", screen.P(set).Value, p, 0, 4 * error + 5.0 / permutations);
        }
        agreement.Verify();
    }

    private static EnrichmentScreen Scores(double[] statistics, EnrichmentOptions options) =>
        PrerankedGsea.Simple(statistics, GseaTables.Sets, options with { Permutations = 2 });

    private static void CheckLog10P(Agreement agreement, string place, PValue p, double expected, double floor) =>
        agreement.Check(place, p.Log10, expected, 0, Math.Max(floor, 0.03 + 0.02 * Math.Abs(expected)));
}
