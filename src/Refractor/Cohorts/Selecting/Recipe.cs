namespace Refractor.Cohorts.Selecting;

/// <summary>How a number was made: enough for anyone to make it again.</summary>
/// <param name="Cohort">Name of the cohort.</param>
/// <param name="CohortDigest">SHA-256 of its manifest, which holds those of all its files.</param>
/// <param name="Writer">Version of Refractor.</param>
/// <param name="Declared">What was declared before the analysis: feature, endpoint, population, adjustment, rule of the cut-off.</param>
/// <param name="R">R code that gives the same numbers from the exported tables of the cohort.</param>
public sealed record Recipe(
    string Cohort,
    string CohortDigest,
    string Writer,
    IReadOnlyDictionary<string, string> Declared,
    string R
);
