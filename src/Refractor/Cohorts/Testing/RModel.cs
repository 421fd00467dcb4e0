using System.Globalization;
using Refractor.Cohorts.Recipes;

namespace Refractor.Cohorts.Testing;

/// <summary>Pieces of R code on the table of <see cref="PatientRows"/>.</summary>
/// <param name="cohort">The cohort.</param>
/// <param name="test">A test in it.</param>
internal sealed class RModel(Cohort cohort, FeatureTest test)
{
    /// <summary>Whether the outcome is a time to an event.</summary>
    public bool IsSurvival => test.Survival is not null;

    /// <summary>The outcome, as the left side of a formula.</summary>
    public string Outcome => IsSurvival ? "Surv(months, event)" : "responded";

    /// <summary>Reads the table and keeps the patients who were used.</summary>
    public static string Read(string file) =>
        $"""
            library(survival)
            all <- read.delim("{file}", check.names = FALSE)
            d <- all[all$used == 1, ]
            """.ReplaceLineEndings("\n");

    /// <summary>A regression and its ratio with interval and p.</summary>
    /// <param name="data">Name of the data frame.</param>
    /// <param name="adjusted">Whether covariates take part.</param>
    /// <param name="effect">The estimate that it gives.</param>
    public string Regression(string data, bool adjusted, Effect effect)
    {
        var formula = $"{Outcome} ~ x{(adjusted ? Covariates() : "")}";
        var x = $"x <- {Unit(data)}";
        if (effect.Reason == Statistics.NotEstimable.Separation)
            return IsSurvival
                ? $"{x}\ntry(coxphf::coxphf({formula}, data = cbind({data}, x)))"
                : $"{x}\ntry(logistf::logistf({formula}, data = cbind({data}, x)))";
        return IsSurvival
            ? $"{x}\nm <- coxph({formula}, data = {data}, ties = \"efron\", control = coxph.control(eps = 1e-12, iter.max = 50))\nsummary(m)$conf.int[\"x\", c(1, 3, 4)]; summary(m)$coefficients[\"x\", \"Pr(>|z|)\"]"
            : $"{x}\nm <- glm({formula}, family = binomial, data = {data}, control = glm.control(epsilon = 1e-12, maxit = 50))\nexp(c(coef(m)[\"x\"], confint.default(m)[\"x\", ])); summary(m)$coefficients[\"x\", \"Pr(>|z|)\"]";
    }

    /// <summary>The product of feature and therapy in the model of both arms.</summary>
    public string Interaction()
    {
        var x = $"both <- all[all$both_arms == 1, ]\nx <- {Unit("both")}";
        var formula = $"{Outcome} ~ x * given{Covariates()}";
        return IsSurvival
            ? $"{x}\nm <- coxph({formula}, data = both, ties = \"efron\", control = coxph.control(eps = 1e-12, iter.max = 50))\nsummary(m)$conf.int[\"x:given\", c(1, 3, 4)]; summary(m)$coefficients[\"x:given\", \"Pr(>|z|)\"]"
            : $"{x}\nm <- glm({formula}, family = binomial, data = both, control = glm.control(epsilon = 1e-12, maxit = 50))\nexp(c(coef(m)[\"x:given\"], confint.default(m)[\"x:given\", ])); summary(m)$coefficients[\"x:given\", \"Pr(>|z|)\"]";
    }

    /// <summary>The patients of a subtype.</summary>
    public static string Members(string subtype) => $"s <- d[which(d${RecipeTable.Subtype(subtype)} == 1), ]";

    /// <summary>A number as R reads it back.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private string Unit(string data) =>
        test.Feature.IsStatus ? $"{data}$feature" : $"{data}$feature / sd({data}$feature)";

    private string Covariates() => RecipeTable.Terms(cohort, test.Request.Adjust);
}
