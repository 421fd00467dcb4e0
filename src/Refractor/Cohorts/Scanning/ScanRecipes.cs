using System.Globalization;
using Refractor.Cohorts.Recipes;
using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Scanning;

/// <summary>How the numbers of a scan were made.</summary>
public static class ScanRecipes
{
    /// <summary>The tests of features, then the enrichment of sets.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="scan">A scan of it.</param>
    public static IReadOnlyList<Recipe> Of(Cohort cohort, CohortScan scan)
    {
        var input = RecipeInput.Of(cohort, scan.Request.Population, scan.Population);
        List<Recipe> recipes = scan.Areas is null
            ? [Cox(cohort, scan, input)]
            : [Limma(cohort, scan, input), Areas(scan, input)];
        if (scan.Enrichment is not null)
            recipes.Add(Enrichment(scan, input));
        return recipes;
    }

    /// <summary>The differences between subtypes.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="scan">A scan of it by subtype.</param>
    public static Recipe Differences(Cohort cohort, SubtypeScan scan)
    {
        var patients = scan.Scans.Sum(s => s.Scan.Population.N);
        var effect = scan.Scans[0].Scan.Areas is null ? "log_hazard_ratio" : "difference";
        return new Recipe(
            "Cochran's Q and p of every feature",
            new RecipeInput(
                cohort.Name,
                cohort.Digest,
                $"those of {string.Join(", ", scan.Scans.Select(s => s.Subtype))}, each patient in one of them",
                patients,
                [new LeftOut("in none of these, or without what the scan needs", cohort.Patients.Count - patients)]
            ),
            "squared distances of the effects from their mean, both weighted by the inverse of the squared standard error; upper tail of χ² with as many degrees of freedom as subtypes less one. Moderated standard errors are taken as known, which is rough in small subtypes",
            [new("family of q", "all features")],
            $$"""
            f <- read.delim("features.tsv")
            q <- sapply(split(f, f$feature), function(s) { w <- 1 / s$standard_error^2; e <- s${{effect}}; sum(w * (e - weighted.mean(e, w))^2) })
            p <- pchisq(q, {{scan.Scans.Count - 1}}, lower.tail = FALSE); cbind(q, p, q_value = p.adjust(p, "BH"))
            """.ReplaceLineEndings("\n")
        );
    }

    private static Recipe Limma(Cohort cohort, CohortScan scan, RecipeInput input) =>
        new(
            "difference, moderated t, p and q of every feature",
            input,
            "linear model of each feature on no response; variances moderated over all features of the layer; Benjamini and Hochberg",
            Parameters(scan),
            $"""
            {Load(scan, input)}
            design <- model.matrix(~ resistant{RecipeTable.Terms(cohort, scan.Request.Adjust)}, d)
            f <- limma::topTable(limma::eBayes(limma::lmFit(x, design)), coef = "resistant", number = Inf)
            """.ReplaceLineEndings("\n")
        );

    private static Recipe Areas(CohortScan scan, RecipeInput input) =>
        new(
            "area under the ROC curve for resistance, and Wilcoxon p, of every feature",
            input,
            "Mann-Whitney statistic over the number of pairs, without covariates; DeLong's interval; rank-sum test",
            [new("direction", "higher values expected in those without response, whatever the data say")],
            $"""
            {Load(scan, input)}
            roc <- function(v) pROC::ci.auc(pROC::roc(d$resistant, v, levels = c(0, 1), direction = "<", quiet = TRUE))
            t(apply(x, 1, roc)); apply(x, 1, function(v) wilcox.test(v[d$resistant == 1], v[d$resistant == 0])$p.value)
            """.ReplaceLineEndings("\n")
        );

    private static Recipe Cox(Cohort cohort, CohortScan scan, RecipeInput input) =>
        new(
            "hazard ratio, Wald's p and q of every feature",
            input,
            "Cox regression on each feature by itself, for one unit of the layer; Benjamini and Hochberg",
            [.. Parameters(scan), new("ties", "Efron")],
            $"""
            {Load(scan, input)}
            library(survival)
            cox <- function(v) summary(coxph(Surv(months, event) ~ v{RecipeTable.Terms(
                cohort,
                scan.Request.Adjust
            )}, data = d))$coefficients["v", c(1, 3, 5)]
            f <- t(apply(x, 1, cox)); cbind(f, q = p.adjust(f[, 3], "BH"))
            """.ReplaceLineEndings(
                "\n"
            )
        );

    private static Recipe Enrichment(CohortScan scan, RecipeInput input) =>
        new(
            "score, p and q of every set",
            input,
            "running sum over features ordered by their statistic; p by multilevel splitting (Korotkevich et al.), normalised by the mean score of random sets of the size",
            [
                new("seed", scan.Request.Seed.ToString(CultureInfo.InvariantCulture)),
                new(
                    "sets",
                    $"those with {CohortScanner.SmallestSet} to {CohortScanner.LargestSet} features in the layer"
                ),
            ],
            """
            f <- read.delim("features.tsv"); s <- f[!is.na(f$statistic), ]
            fgsea::fgsea(fgsea::gmtPathways("sets.gmt"), setNames(s$statistic, s$feature), minSize = 5, maxSize = 500)
            """.ReplaceLineEndings("\n")
        );

    private static RecipeParameter[] Parameters(CohortScan scan) =>
        [
            new(
                "layer",
                $"{scan.Layer.Name}, {scan.Layer.Features.Count.ToString("#,0", CultureInfo.InvariantCulture)} features"
            ),
            .. scan.Request.Adjust.Count > 0
                ? new[] { new RecipeParameter("adjusted for", string.Join(", ", scan.Request.Adjust)) }
                : [],
            new("family of q", "all features of the scan"),
        ];

    private static string Load(CohortScan scan, RecipeInput input) =>
        $"""
            # refractor cohort export {input.Cohort} --table {scan.Layer.Name} --out {scan.Layer.Name}.tsv; samples.tsv: refractor scan --out
            d <- subset(read.delim("samples.tsv", check.names = FALSE), used == 1)
            x <- as.matrix(read.delim("{scan.Layer.Name}.tsv", row.names = 1, check.names = FALSE))[, as.character(d$sample)]
            """.ReplaceLineEndings("\n");
}
