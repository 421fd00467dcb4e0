using Refractor.Cohorts.Storing;
using Refractor.Cohorts.Symbols;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Importing;

/// <summary>What became of the rows of one file: rows read = loaded + held + rejected.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="What">What it was read as, such as "expression".</param>
/// <param name="Loaded">Rows in the cohort.</param>
/// <param name="Held">Rows that are in the file and not in the cohort for a reason that is no fault, such as a gene measured twice.</param>
/// <param name="Rejected">Rows that could not be read.</param>
public sealed record FileCount(string File, string What, int Loaded, int Held, int Rejected)
{
    /// <summary>All rows of the file.</summary>
    public int Read => Loaded + Held + Rejected;
}

/// <summary>Some rows or names that were treated alike, for one reason.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Names">All of them, in the order of the file.</param>
public sealed record Held(string File, string Reason, IReadOnlyList<string> Names);

/// <summary>How the samples of a file were found among those of the cohort.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Matched">Samples of the file that belong to a patient.</param>
/// <param name="How">How names were compared, such as "as they are" or "first 12 characters".</param>
/// <param name="OnlyInFile">Samples of the file without a patient.</param>
/// <param name="OnlyInClinical">Patients without a sample in the file.</param>
public sealed record SampleMatch(
    string File,
    int Matched,
    string How,
    IReadOnlyList<string> OnlyInFile,
    IReadOnlyList<string> OnlyInClinical
)
{
    /// <summary>The share of the samples of the file that belong to a patient, 0 to 1.</summary>
    public double Share => Matched + OnlyInFile.Count == 0 ? 0 : (double)Matched / (Matched + OnlyInFile.Count);
}

/// <summary>What the names of a file are among the symbols of genes.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Names">Number of different names by what they are.</param>
public sealed record SymbolCount(string File, IReadOnlyDictionary<SymbolKind, int> Names);

/// <summary>Everything that an import decided, left out and found wrong.</summary>
/// <param name="Files">Counts, one for each file.</param>
/// <param name="Guesses">What was decided without being told.</param>
/// <param name="Matches">How samples were matched.</param>
/// <param name="Held">What is in the files and not in the cohort, or was changed on the way.</param>
/// <param name="Problems">Faults of the files.</param>
public sealed record ImportReport(
    IReadOnlyList<FileCount> Files,
    IReadOnlyList<Guess> Guesses,
    IReadOnlyList<SampleMatch> Matches,
    IReadOnlyList<Held> Held,
    IReadOnlyList<DataProblem> Problems
)
{
    /// <summary>Counts of names of genes, one for each file; empty if no table of symbols was given.</summary>
    public IReadOnlyList<SymbolCount> Symbols { get; init; } = [];

    /// <summary>Digests of files that were begun while they were read; null if none were.</summary>
    internal SourceDigests? Digests { get; init; }
}
