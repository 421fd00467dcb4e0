namespace Refractor.Cohorts.Recipes;

/// <summary>A setting of a calculation.</summary>
/// <param name="Name">What is set, such as <c>ties</c>.</param>
/// <param name="Value">To what, such as <c>Efron</c>.</param>
public sealed record RecipeParameter(string Name, string Value);

/// <summary>How a number was made: enough for anyone to make it again.</summary>
/// <param name="Gives">What it is, such as <c>hazard ratio of OS for one standard deviation more of ESR1</c>.</param>
/// <param name="Input">The patients and where they come from.</param>
/// <param name="Formula">The calculation in a sentence or a formula.</param>
/// <param name="Parameters">Settings; none if there is nothing to set.</param>
/// <param name="R">
/// R code that gives the same value from the table of the patients that the command writes (<c>d</c>, one row a patient).
/// </param>
public sealed record Recipe(
    string Gives,
    RecipeInput Input,
    string Formula,
    IReadOnlyList<RecipeParameter> Parameters,
    string R
)
{
    /// <summary>The recipe but its R code, as names with values for people.</summary>
    public IEnumerable<(string Name, string Value)> Entries()
    {
        yield return ("patients in", Input.Included());
        if (Input.LeftOut.Count > 0)
            yield return ("patients out", Input.Excluded());
        yield return ("calculation", Formula);
        foreach (var parameter in Parameters)
            yield return (parameter.Name, parameter.Value);
        yield return ("data", Input.Data());
    }
}
