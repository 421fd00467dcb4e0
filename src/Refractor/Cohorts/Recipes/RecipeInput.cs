using System.Globalization;
using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Recipes;

/// <summary>The patients of a calculation and where they come from.</summary>
/// <param name="Cohort">Short name of the cohort.</param>
/// <param name="Digest">SHA-256 of the manifest of the cohort, which holds those of all its files.</param>
/// <param name="Who">Which patients, such as <c>chemotherapy given; TNBC</c>.</param>
/// <param name="N">How many were used.</param>
/// <param name="LeftOut">The others, by reason.</param>
public sealed record RecipeInput(string Cohort, string Digest, string Who, int N, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The patients of a population.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="request">Whom the analysis looks at.</param>
    /// <param name="population">Who that is.</param>
    public static RecipeInput Of(Cohort cohort, PopulationRequest request, Population population) =>
        new(cohort.Name, cohort.Digest, Words(request), population.N, population.LeftOut);

    /// <summary>Who was used, with their number.</summary>
    public string Included() => $"{Number(N)} ({Who})";

    /// <summary>Who was not used, by reason.</summary>
    public string Excluded() => string.Join("; ", LeftOut.Select(l => $"{Number(l.Patients)} {l.Reason}"));

    /// <summary>The cohort with its digest.</summary>
    public string Data() => $"cohort {Cohort}, SHA-256 {Digest}";

    private static string Words(PopulationRequest request)
    {
        string?[] conditions =
        [
            request.Subtype,
            request.Treated is { } treated ? $"{treated.Replace('_', ' ')} given" : null,
            request.Untreated is { } untreated ? $"{untreated.Replace('_', ' ')} not given" : null,
            $"{request.Endpoint} known",
        ];
        return string.Join(", ", conditions.Where(c => c is not null));
    }

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
