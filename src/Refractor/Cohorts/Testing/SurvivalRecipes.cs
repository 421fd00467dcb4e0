using Refractor.Cohorts.Recipes;
using Refractor.Statistics.Survival.CutPoints;

namespace Refractor.Cohorts.Testing;

/// <summary>How the numbers of a test against survival were made, but those of its regressions.</summary>
internal sealed class SurvivalRecipes(FeatureTest test, RecipeInput input)
{
    private readonly SurvivalTest _survival = test.Survival!;

    public IEnumerable<Recipe> All()
    {
        if (!double.IsNaN(_survival.ProportionalHazards.Log))
            yield return Make(
                "p of proportional hazards",
                "score test of an effect that changes with time, over all coefficients of the regression without covariates",
                [new("time", "Kaplan-Meier estimate")],
                "x <- d$feature\ncox.zph(coxph(Surv(months, event) ~ x, data = d), transform = \"km\")$table[\"GLOBAL\", \"p\"]"
            );
        if (_survival.Concordance.IsEstimable)
            yield return Make(
                "concordance",
                "Harrell's: of two patients who can be compared, how often the one with more of the feature has the event first",
                [new("interval", "95 %, by the infinitesimal jackknife")],
                "k <- concordance(Surv(months, event) ~ feature, data = d, reverse = TRUE)\nk$concordance + c(0, -1, 1) * qnorm(0.975) * sqrt(k$var)"
            );
        foreach (var split in _survival.Splits)
            yield return Of(split);
        if (_survival is { Low: not null, Splits: [var first, ..] })
            yield return Make(
                "curves, medians, and numbers at risk",
                "Kaplan-Meier estimate with Greenwood's error, interval on the scale of log S",
                [new("cut-off", Cut(first.CutOff))],
                $"f <- survfit(Surv(months, event) ~ I(feature > {RModel.Number(first.CutOff)}), data = d, conf.type = \"log\")\nf; summary(f, times = 60)"
            );
    }

    private Recipe Of(SurvivalSplit split) =>
        split.Kind == SplitKind.Optimised
            ? Make(
                "p of the best cut-off",
                "largest of the standardised log-rank statistics over all cut-offs, its p corrected for the search by the asymptotic distribution of the maximum",
                [new("cut-off", Cut(split.CutOff)), new("groups", "at least 10 % of the patients in each")],
                "coin::maxstat_test(Surv(months, event) ~ feature, data = d, distribution = \"asymptotic\", minprob = 0.1, maxprob = 0.9)"
            )
            : Make(
                "log-rank p",
                "log-rank test of the two groups",
                [new("cut-off", Cut(split.CutOff))],
                $"survdiff(Surv(months, event) ~ I(feature > {RModel.Number(split.CutOff)}), data = d)"
            );

    private string Cut(double value) =>
        test.Feature.IsStatus ? "status" : $"{RModel.Number(value)}; values at it are low";

    private Recipe Make(string what, string formula, IReadOnlyList<RecipeParameter> parameters, string r) =>
        new($"{what} of {test.Population.Outcome.Endpoint} by {test.Feature.Name}", input, formula, parameters, r);
}
