using Refractor.Cohorts.Storing;

namespace Refractor.Cohorts.Recipes;

/// <summary>Columns of the tables on which the R code of recipes runs.</summary>
internal static class RecipeTable
{
    /// <summary>Name of the column of a covariate.</summary>
    public static string Covariate(string name) => $"by_{Plain(name)}";

    /// <summary>Covariates as terms of a formula in R, each after a plus.</summary>
    public static string Terms(Cohort cohort, IReadOnlyList<string> names) =>
        string.Concat(
            names.Select(n =>
                cohort.FindVariable(n) is CategoryVariable ? $" + factor({Covariate(n)})" : $" + {Covariate(n)}"
            )
        );

    /// <summary>Name of the column that says who belongs to a subtype.</summary>
    public static string Subtype(string name) => $"in_{Plain(name)}";

    /// <summary>The value of a variable in a patient; null if it is missing.</summary>
    public static string? Cell(ClinicalVariable variable, int patient) =>
        variable switch
        {
            NumberVariable number => TableText.Number(number.Values[patient]),
            StatusVariable status => TableText.Flag(status.Values[patient]),
            CategoryVariable category => category.Values[patient],
            _ => throw new ArgumentOutOfRangeException(nameof(variable), variable.GetType().Name, "No such variable."),
        };

    /// <summary>A name that R takes without quotes; those of HR+ and HR- differ.</summary>
    private static string Plain(string name) =>
        string.Concat(
            name.Select(c =>
                c switch
                {
                    '+' => "_pos",
                    '-' => "_neg",
                    _ when char.IsAsciiLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
                    _ => "_",
                }
            )
        );
}
