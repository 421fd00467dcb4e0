using System.Collections.Frozen;
using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Audit.References;

/// <summary>
/// Recognises the paper of the knowledge that an entry of a reference list means: by DOI, PMID, PMCID, then by title, then by first author, year
/// and journal. Built once for a pack; may be used from several threads.
/// </summary>
public sealed class ReferenceMatcher
{
    private const string NotKnown = "not in the knowledge";
    private readonly FrozenDictionary<string, Paper> _byDoi;
    private readonly FrozenDictionary<string, Paper> _byPmid;
    private readonly FrozenDictionary<string, Paper> _byPmcid;
    private readonly TitleIndex _titles;
    private readonly AuthorIndex _authors;

    /// <summary>Prepares the look-up of the papers of a pack.</summary>
    /// <param name="pack">The knowledge.</param>
    public ReferenceMatcher(KnowledgePack pack)
    {
        _byDoi = By(pack, p => ReferenceIdentifiers.Doi(p.Doi));
        _byPmid = By(pack, p => ReferenceIdentifiers.Pmid(p.Pmid));
        _byPmcid = By(pack, p => p.Pmcid?.ToUpperInvariant());
        _titles = new TitleIndex(pack.Papers);
        _authors = new AuthorIndex(pack.Papers);
    }

    /// <summary>The paper with that DOI, in any case and with or without a resolver in front; null when the knowledge has none.</summary>
    /// <param name="doi">DOI as written.</param>
    public Paper? FindByDoi(string doi) =>
        ReferenceIdentifiers.Doi(doi) is { } known ? _byDoi.GetValueOrDefault(known) : null;

    /// <summary>The paper with that PMID, with or without "PMID:" in front; null when the knowledge has none.</summary>
    /// <param name="pmid">PubMed identifier as written.</param>
    public Paper? FindByPmid(string pmid) =>
        ReferenceIdentifiers.Pmid(pmid) is { } known ? _byPmid.GetValueOrDefault(known) : null;

    /// <summary>The paper that an entry leads to.</summary>
    /// <param name="reference">The entry. Fields that are null are looked for in its text, as far as they are identifiers or a title.</param>
    /// <returns>
    /// The paper with what it was recognised by. No paper, with a doubt that names the paper meant, when the entry has a DOI that is in no paper of the
    /// knowledge and otherwise describes a paper with another DOI. No paper and no doubt when nothing in the knowledge fits.
    /// </returns>
    public ResolvedReference Resolve(ListedReference reference)
    {
        var (doi, byDoi) = Doi(reference);
        if (byDoi is not null)
            return new ResolvedReference(reference, byDoi, "DOI", OtherPaper(reference, byDoi, "DOI " + doi));
        var found = ByPmid(reference) ?? ByPmcid(reference) ?? ByTitle(reference) ?? ByAuthor(reference);
        if (found is not { Paper: { } paper })
            return found ?? new ResolvedReference(reference, null, NotKnown);
        return doi is not null && paper.Doi is not null ? WithOtherDoi(found, doi, paper) : found;
    }

    /// <summary>Whether the title of the entry is plainly not that of the paper. False where either is not known.</summary>
    private static bool HasOtherTitle(ListedReference reference, Paper paper)
    {
        if (reference.Title is not { } title || paper.Title is not { } known)
            return false;
        var isJournal = paper.Journal is { } journal && JournalName.IsIn([.. ReferenceWords.Of(title), "1"], journal);
        return !isJournal && TitleLikeness.IsOther(reference.Text, title, known);
    }

    /// <summary>The DOI of the entry, and the paper of the knowledge that has it; null for what there is not.</summary>
    private (string? Doi, Paper? Paper) Doi(ListedReference reference)
    {
        var stated = ReferenceIdentifiers.Doi(reference.Doi);
        if (stated is not null && _byDoi.TryGetValue(stated, out var paper))
            return (stated, paper);
        var inText = ReferenceIdentifiers.DoisIn(reference.Text).ToList();
        var known = inText.Find(_byDoi.ContainsKey);
        return known is not null
            ? (known, _byDoi[known])
            : (stated ?? inText.FindLast(ReferenceIdentifiers.IsDoi), null);
    }

    private ResolvedReference? ByPmid(ListedReference reference)
    {
        var pmid = ReferenceIdentifiers.Pmid(reference.Pmid) ?? ReferenceIdentifiers.PmidIn(reference.Text);
        return pmid is not null && _byPmid.TryGetValue(pmid, out var paper)
            ? new ResolvedReference(reference, paper, "PMID", OtherPaper(reference, paper, "PMID " + pmid))
            : null;
    }

    private ResolvedReference? ByPmcid(ListedReference reference)
    {
        var pmcid = ReferenceIdentifiers.Pmcid(reference.Text);
        return pmcid is not null && _byPmcid.TryGetValue(pmcid, out var paper)
            ? new ResolvedReference(reference, paper, "PMCID", OtherPaper(reference, paper, pmcid))
            : null;
    }

    private ResolvedReference? ByTitle(ListedReference reference) =>
        TitledPaper(reference) is { } paper
            ? new ResolvedReference(reference, paper, "title", OtherPmid(reference, paper))
            : null;

    private Paper? TitledPaper(ListedReference reference) =>
        (reference.Title is { } title ? _titles.Find(title, p => CanBe(reference, p)) : null)
        ?? _titles.FindIn(reference.Text);

    private static bool CanBe(ListedReference reference, Paper paper) =>
        AuthorKeys.CanBeSame(reference.FirstAuthor, paper.FirstAuthor) || IsYear(reference, paper);

    private static bool IsYear(ListedReference reference, Paper paper) =>
        reference.Year is not { } stated || paper.Year is not { } year || Math.Abs((long)stated - year) <= 1;

    private ResolvedReference? ByAuthor(ListedReference reference)
    {
        var bare = reference.Title is null && AuthorIndex.IsBare(reference);
        var fitting = _authors
            .Find(reference)
            .Where(p => (bare || AuthorIndex.NamesJournal(reference, p)) && !HasOtherTitle(reference, p))
            .ToList();
        return fitting switch
        {
            [] => null,
            [var paper] => new ResolvedReference(
                reference,
                paper,
                bare ? "author and year" : "author, year and journal",
                bare ? "Neither title nor journal is given." : OtherPmid(reference, paper)
            ),
            _ => new ResolvedReference(
                reference,
                null,
                "several papers fit: " + string.Join(", ", fitting.Select(Named))
            ),
        };
    }

    private string? OtherPaper(ListedReference reference, Paper paper, string identifier)
    {
        if (HasOtherTitle(reference, paper))
            return $"{identifier} leads to {Named(paper)}, which has another title than this entry{Meant(reference, paper)}.";
        var comparable = reference.Title is not null && paper.Title is not null;
        return comparable || AuthorKeys.CanBeSame(reference.FirstAuthor, paper.FirstAuthor) || IsYear(reference, paper)
            ? null
            : $"{identifier} leads to {Named(paper)}, which has another first author and year than this entry.";
    }

    private string Meant(ListedReference reference, Paper paper) =>
        TitledPaper(reference) is { } meant && meant != paper ? $"; the title is that of {Named(meant)}" : "";

    private static string? OtherPmid(ListedReference reference, Paper paper)
    {
        var pmid = ReferenceIdentifiers.Pmid(reference.Pmid) ?? ReferenceIdentifiers.PmidIn(reference.Text);
        return pmid is null || paper.Pmid is null || pmid == paper.Pmid
            ? null
            : $"PMID {pmid} is in no paper of the knowledge; {Named(paper)} has PMID {paper.Pmid}.";
    }

    private static ResolvedReference WithOtherDoi(ResolvedReference found, string doi, Paper paper)
    {
        if (paper.Doi!.StartsWith(doi, StringComparison.Ordinal) && doi.Contains('/', StringComparison.Ordinal))
            return found with { Doubt = $"DOI {doi} is cut off; {Named(paper)} has DOI {paper.Doi}." };
        var isPreprint = ReferenceIdentifiers.IsPreprint(doi) != ReferenceIdentifiers.IsPreprint(paper.Doi);
        if (isPreprint && found.How == "title")
            return found with
            {
                Doubt = $"DOI {doi} is that of another version, or wrong; {Named(paper)} has DOI {paper.Doi}.",
            };
        return found with
        {
            Paper = null,
            How = "DOI " + NotKnown,
            Doubt =
                $"DOI {doi} is in no paper of the knowledge; by {found.How} this is {Named(paper)}, which has DOI {paper.Doi}.",
        };
    }

    private static string Named(Paper paper) =>
        paper.Title is { } title ? $"{PaperText.Short(paper)}, \"{title}\"" : PaperText.Short(paper);

    private static FrozenDictionary<string, Paper> By(KnowledgePack pack, Func<Paper, string?> key) =>
        pack
            .Papers.Where(p => key(p) is not null)
            .DistinctBy(p => key(p)!)
            .ToFrozenDictionary(p => key(p)!, StringComparer.Ordinal);
}
