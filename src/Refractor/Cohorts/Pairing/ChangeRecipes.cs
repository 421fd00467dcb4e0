using System.Globalization;
using Refractor.Cohorts.Recipes;
using Refractor.Cohorts.Testing;

namespace Refractor.Cohorts.Pairing;

/// <summary>How the numbers of a comparison of pairs were made.</summary>
public static class ChangeRecipes
{
    /// <summary>Change, difference of changes, and overlap with resistance, as far as they were made.</summary>
    public static IReadOnlyList<Recipe> Of(ChangeComparison comparison)
    {
        var recipes = new List<Recipe> { Change(comparison) };
        if (comparison.ByResponse is not null)
            recipes.Add(Difference(comparison));
        if (comparison.Overlap is { } overlap)
            recipes.Add(Overlap(comparison, overlap));
        return recipes;
    }

    internal static RecipeInput Input(Cohort cohort, SamplePairs pairs) =>
        new(
            cohort.Name,
            cohort.Digest,
            $"{(pairs.Request.Treated is { } t ? $"{t.Replace('_', ' ')} given, " : "")}{(pairs.Request.Subtype is { } s ? $"{s}, " : "")}a sample at baseline and one {TimePoints.InWords(pairs.Later)}",
            pairs.Pairs.Count,
            pairs.LeftOut
        );

    private static Recipe Change(ChangeComparison comparison) =>
        new(
            $"change of every feature of {comparison.Layer.Name}",
            Input(comparison.Cohort, comparison.Pairs),
            "mean of later minus baseline, pair by pair; moderated t on these differences, the model of limma with the patient as block; q by Benjamini and Hochberg over all features",
            [
                new("missing values", "a pair without a side is left out for that feature"),
                new("equal changes", "no test"),
            ],
            """
            library(limma)
            d <- as.matrix(read.delim("differences.tsv", row.names = 1, check.names = FALSE))
            fit <- eBayes(lmFit(d, cbind(change = rep(1, ncol(d)))))
            topTable(fit, coef = "change", number = Inf)
            """
        );

    private static Recipe Difference(ChangeComparison comparison)
    {
        var (response, endpoint, adjust) = (
            comparison.ByResponse!,
            comparison.Request.Endpoint!,
            comparison.Request.Adjust
        );
        var terms = Adjustment.TermsInR(comparison.Cohort, adjust);
        return new Recipe(
            $"difference of changes: without {endpoint} less with {endpoint}",
            Input(comparison.Cohort, comparison.Pairs) with
            {
                Who = $"pairs whose {endpoint} is known{(adjust.Count > 0 ? " and covariates too" : "")}",
                N = response.Difference.N.DefaultIfEmpty().Max(),
                LeftOut = [],
            },
            "coefficient of no response in a linear model of the differences within pairs; moderated t",
            adjust.Count > 0 ? [new("adjusted for", string.Join(", ", adjust))] : [],
            $$"""
            library(limma)
            changes <- as.matrix(read.delim("differences.tsv", row.names = 1, check.names = FALSE))
            d <- read.delim("patients.tsv", check.names = FALSE) # refractor cohort export {{comparison.Cohort.Name}} --table patients
            d <- d[match(colnames(changes), d$patient), ]
            resistant <- 1 - d[["outcome:{{endpoint}}"]]
            design <- model.matrix(~ resistant{{terms}}, model.frame(~ resistant{{terms}}, na.action = na.pass))
            known <- complete.cases(design)
            topTable(eBayes(lmFit(changes[, known], design[known, ])), coef = "resistant", number = Inf)
            """
        );
    }

    private static Recipe Overlap(ChangeComparison comparison, ChangeOverlap overlap) =>
        new(
            "correlation of changes with resistance at baseline",
            new RecipeInput(
                comparison.Cohort.Name,
                comparison.Cohort.Digest,
                $"{comparison.Request.Endpoint} known, a baseline sample; {overlap.Paired} of them with a pair",
                overlap.Contrast.Scan.Population.N,
                overlap.Contrast.Scan.Population.LeftOut
            ),
            $"Spearman's correlation over features of the moderated t of the change, as z, with {overlap.Contrast.RankedStatistic}",
            [
                new("permuted", $"{overlap.Contrast.Permuted}, among patients with a pair and among the others apart"),
                new("permutations", comparison.Request.Permutations.ToString(CultureInfo.InvariantCulture)),
                new("seed", comparison.Request.Seed.ToString(CultureInfo.InvariantCulture)),
            ],
            """
            f <- read.delim("features.tsv")
            cor(f$change_z, f$baseline_z, method = "spearman", use = "complete.obs")
            """
        );
}
