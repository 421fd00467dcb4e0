namespace Refractor.Tests.Cohorts.Importing;

/// <summary>A way in which files can be wrong, with the smallest study that shows it.</summary>
/// <param name="Kind">Heading under which the documentation names it.</param>
/// <param name="What">What is wrong, in words.</param>
/// <param name="Arrange">Writes the files.</param>
/// <param name="Mapping">The mapping; empty for none.</param>
internal sealed record FaultyInput(string Kind, string What, Func<SmallStudy, SmallStudy> Arrange, string Mapping = "");
