using Refractor.Cohorts.Recipes;
using Refractor.Plots;
using Refractor.Statistics;

namespace Refractor.Cohorts.Scanning;

/// <summary>The figures and the recipe of a scan of mutations.</summary>
/// <param name="Effects">Ratios of the genes of smallest p; null if no gene was tested.</param>
/// <param name="Rates">Response, altered against not; null for survival.</param>
public sealed record MutationFigures(Figure? Effects, Figure? Rates)
{
    private const int BarsShown = 8;

    /// <summary>Draws the figures.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="top">How many genes the forest plot has.</param>
    public static MutationFigures Of(MutationScan scan, int top)
    {
        var genes = scan.Genes.Take(top).ToList();
        return genes.Count == 0
            ? new MutationFigures(null, null)
            : new MutationFigures(Forest(scan, genes), Bars(scan, [.. genes.Take(BarsShown)]));
    }

    /// <summary>How the ratio and the p of a gene were made.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="scan">The scan.</param>
    public static IReadOnlyList<Recipe> Recipes(Cohort cohort, MutationScan scan)
    {
        var isResponse = scan.Population.Outcome is ResponseOutcome;
        return
        [
            new Recipe(
                $"{(isResponse ? "odds ratio of response" : "hazard ratio")} and p of every gene",
                RecipeInput.Of(cohort, scan.Request, scan.Population),
                isResponse
                    ? "Fisher's exact test of altered against not; conditional maximum likelihood estimate with exact interval; q by Benjamini and Hochberg over the genes tested"
                    : "Cox regression on altered against not; Wald interval and p; q by Benjamini and Hochberg over the genes tested",
                [
                    new("altered", "a variant that changes the protein or its splicing"),
                    new("patients of a gene", "those whose baseline sample was sequenced for it"),
                ],
                isResponse
                    ? """
                    g <- read.delim("genes.tsv") # written by --out genes.tsv
                    counts <- function(x) as.numeric(strsplit(x, "/")[[1]])
                    apply(g, 1, function(r) { a <- counts(r["responses_altered"]); b <- counts(r["responses_others"])
                      fisher.test(matrix(c(a[1], a[2] - a[1], b[1], b[2] - b[1]), 2))$p.value })
                    """
                    : Cox(cohort, scan)
            ),
        ];
    }

    /// <summary>The R code for the first gene; those of the others differ by its name.</summary>
    private static string Cox(Cohort cohort, MutationScan scan)
    {
        var gene = scan.Genes.Count > 0 ? scan.Genes[0].Gene : "GENE";
        var treated = scan.Request.Treated is { } t ? $" --therapy {t}" : "";
        var subtype = scan.Request.Subtype is { } s ? $" --subtype {s}" : "";
        return $$"""
            # refractor test {{gene}} --cohort {{cohort.Name}} --endpoint {{scan.Population.Outcome.Endpoint}}{{treated}}{{subtype}} --out gene
            d <- read.delim("gene/{{gene}}-mutations.tsv")
            summary(survival::coxph(survival::Surv(months, event) ~ feature, data = d[d$used == 1, ]))
            """;
    }

    private static Figure Forest(MutationScan scan, IReadOnlyList<GeneAlteration> genes)
    {
        var isResponse = scan.Population.Outcome is ResponseOutcome;
        return ForestFigure.Of(
            $"Mutations and {scan.Population.Outcome.Endpoint}",
            $"{(isResponse ? "Odds ratio of response (Fisher)" : "Hazard ratio")}, altered against not, with 95 % interval; the genes of smallest p; n: patients sequenced for the gene.",
            isResponse ? "odds ratio" : "hazard ratio",
            [.. genes.Select(Line)],
            isResponse ? "less response" : "fewer events",
            isResponse ? "more response" : "more events"
        );
    }

    private static ForestLine Line(GeneAlteration gene)
    {
        var (estimate, interval) = gene.Split is { } split
            ? split.Fisher is { IsEstimable: true, Value: var fisher }
                ? (fisher.OddsRatio, fisher.Interval)
                : (double.NaN, Interval.None)
            : (gene.Effect.Value, gene.Effect.Interval);
        return new ForestLine(gene.Gene, "genes", estimate, interval, gene.Profiled);
    }

    private static Figure? Bars(MutationScan scan, IReadOnlyList<GeneAlteration> genes) =>
        scan.Population.Outcome is not ResponseOutcome response
            ? null
            : BarFigure.Rates(
                $"{response.Endpoint} by mutation",
                "Patients with response of all in the group, with Wilson's 95 % interval; not altered: sequenced for the gene, and nothing found.",
                response.Endpoint,
                [
                    .. genes.SelectMany(g =>
                        new[]
                        {
                            Bar(g.Gene, "not altered", g.Split!.Table.C, g.Split.Table.SecondRow, g.Split.LowRate),
                            Bar(g.Gene, "altered", g.Split.Table.A, g.Split.Table.FirstRow, g.Split.HighRate),
                        }
                    ),
                ]
            );

    private static RateBar Bar(string gene, string group, long responses, long of, Interval interval) =>
        new(gene, group, of == 0 ? double.NaN : responses / (double)of, interval, $"{responses}/{of}");
}
