namespace Refractor.Cohorts.Importing;

/// <summary>Something that the importer decided because the mapping does not say it.</summary>
/// <param name="Key">The field of the mapping that would override it, such as <c>outcomes.OS.unit</c>.</param>
/// <param name="Chosen">What was decided.</param>
/// <param name="Because">Why.</param>
public sealed record Guess(string Key, string Chosen, string Because);
