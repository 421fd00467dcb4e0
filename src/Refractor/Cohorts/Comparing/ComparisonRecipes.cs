using System.Globalization;
using Refractor.Cohorts.Recipes;
using Refractor.Cohorts.Testing;

namespace Refractor.Cohorts.Comparing;

/// <summary>How the numbers of a comparison of two therapies were made.</summary>
public static class ComparisonRecipes
{
    /// <summary>Both contrasts, the correlation, and the overlap of ranks.</summary>
    public static IReadOnlyList<Recipe> Of(TherapyComparison comparison) =>
        [
            Contrast(comparison.First, comparison.Request),
            Contrast(comparison.Second, comparison.Request),
            Correlation(comparison),
            Overlap(comparison),
        ];

    private static Recipe Contrast(TherapyContrast contrast, ComparisonRequest request)
    {
        var isResponse = contrast.Scan.Population.Outcome is ResponseOutcome;
        var terms = Adjustment.TermsInR(contrast.Cohort, request.Adjust);
        return new Recipe(
            $"what goes with resistance to {contrast.Therapy.Replace('_', ' ')}",
            Input(contrast, request),
            isResponse
                ? "linear model of every feature on no response; moderated t"
                : "Cox regression on every feature; Wald's z",
            request.Adjust.Count > 0 ? [new("adjusted for", string.Join(", ", request.Adjust))] : [],
            Load(contrast, request) + "\n" + (isResponse ? Limma(request, terms) : Cox(request, terms))
        );
    }

    private static string Load(TherapyContrast contrast, ComparisonRequest request)
    {
        var cohort = contrast.Cohort.Name;
        return $$"""
                # refractor cohort export {{cohort}} --table TABLE, for patients, samples and {{request.Layer}}
                d <- read.delim("patients.tsv", check.names = FALSE)
                s <- subset(read.delim("samples.tsv", check.names = FALSE), time == "Baseline")
                x <- as.matrix(read.delim("{{request.Layer}}.tsv", row.names = 1, check.names = FALSE))
                s <- s[s$sample %in% colnames(x) & !duplicated(s$patient), ]
                d <- subset(d, d[["treatment:{{contrast.Therapy}}"]] == 1 & patient %in% s$patient)
                x <- x[, s$sample[match(d$patient, s$patient)]]
                """ + (request.Subtype is { } subtype ? $"\n# keep the patients who are {subtype}" : "");
    }

    private static string Limma(ComparisonRequest request, string terms) =>
        $$"""
            resistant <- 1 - d[["outcome:{{request.Endpoint}}"]]
            design <- model.matrix(~ resistant{{terms}}, model.frame(~ resistant{{terms}}, na.action = na.pass))
            known <- complete.cases(design)
            limma::topTable(limma::eBayes(limma::lmFit(x[, known], design[known, ])), coef = "resistant", number = Inf)
            """;

    private static string Cox(ComparisonRequest request, string terms) =>
        $$"""
            y <- survival::Surv(d[["outcome:{{request.Endpoint}}:months"]], d[["outcome:{{request.Endpoint}}:event"]])
            apply(x, 1, function(feature) summary(survival::coxph(y ~ feature{{terms}}))$coefficients["feature", "z"])
            """;

    private static RecipeInput Input(TherapyContrast contrast, ComparisonRequest request) =>
        RecipeInput.Of(contrast.Cohort, request.PopulationGiven(contrast.Therapy), contrast.Scan.Population);

    private static Recipe Correlation(TherapyComparison comparison) =>
        new(
            "correlation of both contrasts, with its p",
            Input(comparison.First, comparison.Request),
            $"Spearman's correlation over features of {comparison.First.RankedStatistic} with {comparison.Second.RankedStatistic}; p: twice the smaller share of permutations that reach it",
            [
                new(
                    "permuted",
                    $"{comparison.First.Permuted}, among patients of the first contrast alone, of the second alone and of both"
                ),
                new("shared patients", comparison.Shared.ToString(CultureInfo.InvariantCulture)),
                new("permutations", comparison.Request.Permutations.ToString(CultureInfo.InvariantCulture)),
                new("seed", comparison.Request.Seed.ToString(CultureInfo.InvariantCulture)),
            ],
            """
            f <- read.delim("features.tsv")
            cor(f$first_z, f$second_z, method = "spearman", use = "complete.obs")
            """
        );

    private static Recipe Overlap(TherapyComparison comparison) =>
        new(
            "overlap of ranks",
            Input(comparison.First, comparison.Request),
            "hypergeometric tail of as many features or more in both tops (RRHO, by quadrants of sign); the p of a peak is the share of permutations whose peak reaches it",
            [new("step", $"{comparison.Agreement.Overlap.Step} features")],
            $$"""
            o <- read.delim("overlap.tsv"); features <- {{comparison.Agreement.Overlap.Features}}
            with(o, ifelse(overlap < expected,
              phyper(overlap, top_first, features - top_first, top_second, log.p = TRUE),
              -phyper(overlap - 1, top_first, features - top_first, top_second, lower.tail = FALSE, log.p = TRUE)) / log(10))
            """
        );
}
