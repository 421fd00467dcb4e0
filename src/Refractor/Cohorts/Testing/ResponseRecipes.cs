using Refractor.Cohorts.Recipes;

namespace Refractor.Cohorts.Testing;

/// <summary>How the numbers of a test against response were made, but those of its regressions.</summary>
internal sealed class ResponseRecipes(FeatureTest test, RecipeInput input)
{
    private readonly ResponseTest _response = test.Response!;

    public IEnumerable<Recipe> All()
    {
        if (_response.Auc.IsEstimable)
            yield return Make(
                "area under the ROC curve",
                "Mann-Whitney statistic over the number of pairs; DeLong's variance",
                [
                    new("direction", "higher values expected in responders, whatever the data say"),
                    new("interval", "95 %"),
                ],
                "pROC::ci.auc(pROC::roc(d$responded, d$feature, levels = c(0, 1), direction = \"<\", quiet = TRUE), method = \"delong\")"
            );
        if (_response.Wilcoxon.IsEstimable)
            yield return Make(
                "Wilcoxon p",
                "rank-sum test of responders against the others; exact below 50 patients a group without ties, else normal with correction for ties and continuity",
                [],
                "wilcox.test(d$feature[d$responded == 1], d$feature[d$responded == 0])$p.value"
            );
        foreach (var split in _response.Splits)
            yield return Of(split);
    }

    private Recipe Of(ResponseSplit split) =>
        Make(
            $"rates, odds ratio and Fisher p ({split.Rule})",
            "odds ratio by conditional maximum likelihood with exact interval; two-sided p as the sum of all tables at most as probable; Wilson's intervals of the rates",
            [new("cut-off", test.Feature.IsStatus ? "status" : $"{RModel.Number(split.CutOff)}; values at it are low")],
            $"""
            t <- table(factor(d$feature > {RModel.Number(split.CutOff)}, c(TRUE, FALSE)), factor(d$responded, c(1, 0)))
            fisher.test(t)
            prop.test(t[1, 1], sum(t[1, ]), correct = FALSE)$conf.int; prop.test(t[2, 1], sum(t[2, ]), correct = FALSE)$conf.int
            """.ReplaceLineEndings("\n")
        );

    private Recipe Make(string what, string formula, IReadOnlyList<RecipeParameter> parameters, string r) =>
        new($"{what} of {test.Population.Outcome.Endpoint} by {test.Feature.Name}", input, formula, parameters, r);
}
