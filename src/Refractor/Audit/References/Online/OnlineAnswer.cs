using Refractor.Audit.Texts;

namespace Refractor.Audit.References.Online;

/// <summary>A public index of publications that can be asked for the paper of a reference.</summary>
public interface IReferenceSource
{
    /// <summary>Name of the index.</summary>
    public string Name { get; }

    /// <summary>Looks up the paper of an entry by its identifiers, else by its title where the index can.</summary>
    /// <returns>The answer; null when the entry has nothing that this index can be asked for.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<OnlineAnswer?> FindAsync(ListedReference reference, CancellationToken cancel);
}

/// <summary>Whether an index has the paper of a reference.</summary>
public enum OnlineOutcome
{
    /// <summary>The index has it.</summary>
    Exists,

    /// <summary>The index was asked and does not have it.</summary>
    DoesNotExist,

    /// <summary>The index could not be asked.</summary>
    NotReachable,
}

/// <summary>What a reference was looked up by.</summary>
public enum OnlineKey
{
    /// <summary>Its DOI.</summary>
    Doi,

    /// <summary>Its PMID.</summary>
    Pmid,

    /// <summary>Its title and authors.</summary>
    Title,
}

/// <summary>What an index answered for a reference.</summary>
/// <param name="Source">Name of the index.</param>
/// <param name="Outcome">Whether it has the paper.</param>
/// <param name="By">What it was asked for.</param>
/// <param name="Record">
/// The paper. Where it does not exist by its DOI, the paper with the same title, if there is one. Null when the index does not tell.
/// </param>
/// <param name="Message">Why the index could not be asked and what to do; null when it answered.</param>
public sealed record OnlineAnswer(
    string Source,
    OnlineOutcome Outcome,
    OnlineKey By,
    OnlineRecord? Record = null,
    string? Message = null
);

/// <summary>A paper as an index describes it.</summary>
public sealed record OnlineRecord
{
    /// <summary>Title without markup; null when the index has none.</summary>
    public string? Title { get; init; }

    /// <summary>Family name of the first author; null when the index has none.</summary>
    public string? FirstAuthor { get; init; }

    /// <summary>Year of first publication; null when the index has none.</summary>
    public int? Year { get; init; }

    /// <summary>DOI in lower case; null when the index has none.</summary>
    public string? Doi { get; init; }

    /// <summary>PubMed identifier; null when the index has none.</summary>
    public string? Pmid { get; init; }

    /// <summary>Whether the paper was retracted or withdrawn.</summary>
    public bool Retracted { get; init; }

    /// <summary>DOI of the paper whose retraction this record announces; null when it is no such notice.</summary>
    public string? RetractionOf { get; init; }
}
