using System.Globalization;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>
/// Checks an answer file against a pack: every claim against its evidence, every citation number against the papers of that evidence,
/// every reference against the paper.
/// </summary>
/// <remarks>The state of conflict is checked to be a known one; it is derived from all findings of an association, of which a claim may name a part.</remarks>
public sealed class AnswerVerifier
{
    private static readonly HashSet<string> States = [.. Enum.GetValues<ConflictState>().Select(Conflict.NameOf)];
    private readonly KnowledgePack _pack;
    private readonly AnswerChecker _checker;
    private readonly KnownNames _names = new();

    /// <summary>Creates a verifier on a pack.</summary>
    public AnswerVerifier(KnowledgePack pack)
    {
        _pack = pack;
        _checker = new AnswerChecker(pack);
    }

    /// <summary>Checks every claim and every reference of a file.</summary>
    public AnswerVerification Verify(AnswerFile file)
    {
        var papers = Papers(file);
        var cited = file.Claims.SelectMany(c => c.Citations).ToHashSet();
        return new AnswerVerification(
            file,
            [.. file.Claims.Select(c => new ClaimVerdict(c, Fault(c, papers)))],
            [.. file.References.Select(r => new ReferenceVerdict(r, Fault(r, file, cited)))],
            [.. Warnings(file)]
        );
    }

    private IEnumerable<string> Warnings(AnswerFile file)
    {
        if (file.KnowledgeVersion != _pack.Version)
            yield return $"The answer rests on knowledge {file.KnowledgeVersion}; it was checked against {_pack.Version}.";
        else if (file.KnowledgeDigest is { } digest && digest != _pack.Digest)
            yield return $"The answer names knowledge {file.KnowledgeVersion} with another digest; it was checked against {_pack.Digest[..Math.Min(12, _pack.Digest.Length)]}.";
        if (file.Claims.Count == 0)
            yield return "The file holds no claim.";
    }

    /// <summary>The papers by number; a reference whose paper is not known has none.</summary>
    private Dictionary<int, Paper?> Papers(AnswerFile file)
    {
        var papers = new Dictionary<int, Paper?>();
        foreach (var reference in file.References)
            papers.TryAdd(reference.Number, PaperOf(reference, file));
        return papers;
    }

    /// <summary>By DOI or PMID; a paper without either is found through the evidence of the claims that cite the number.</summary>
    private Paper? PaperOf(StatedReference reference, AnswerFile file)
    {
        if (reference.Doi is not null || reference.Pmid is not null)
            return _pack.Papers.FirstOrDefault(p =>
                (reference.Doi is not null && p.Doi == reference.Doi)
                || (reference.Doi is null && p.Pmid == reference.Pmid)
            );
        var citing = file
            .Claims.Where(c => c.Citations.Contains(reference.Number))
            .SelectMany(c => c.Evidence)
            .Select(_pack.FindItem)
            .OfType<EvidenceItem>();
        return citing
            .Select(i => i.Paper)
            .FirstOrDefault(p =>
                p.Doi is null
                && p.Pmid is null
                && p.Title == reference.Title
                && p.FirstAuthor == reference.FirstAuthor
                && p.Year == reference.Year
            );
    }

    private string? Fault(StatedClaim claim, Dictionary<int, Paper?> papers)
    {
        if (_checker.Check(claim.Text, claim.Evidence) is { } fault)
            return fault;
        var items = claim.Evidence.Select(_pack.FindItem).OfType<EvidenceItem>().ToList();
        return Citations(claim, items, papers) ?? Labels(claim, items);
    }

    private string? Citations(StatedClaim claim, List<EvidenceItem> items, Dictionary<int, Paper?> papers)
    {
        var named = new HashSet<Paper>();
        foreach (var number in claim.Citations)
        {
            if (!papers.TryGetValue(number, out var paper))
                return $"citations: [{Digits(number)}] is not in the reference list";
            if (paper is null || !items.Exists(i => i.Paper == paper))
                return $"citations: [{Digits(number)}] is not a paper of its evidence";
            named.Add(paper);
        }
        if (items.Find(i => !named.Contains(i.Paper)) is { } missing)
            return $"citations: the paper of {missing.Id} is not cited";
        return CountClaim.Applies(claim.Text) ? null : InText(claim, items, papers);
    }

    /// <summary>Every number in the text is listed, and its paper has a finding that the sentence states.</summary>
    private string? InText(StatedClaim claim, List<EvidenceItem> items, Dictionary<int, Paper?> papers)
    {
        foreach (var statement in StatedSentence.Split(claim.Text).SelectMany(Statement.Of))
        {
            foreach (
                var number in StatedSentence
                    .Citation()
                    .Matches(statement.Figures)
                    .SelectMany(m => m.Value[1..^1].Split(", "))
            )
            {
                if (!claim.Citations.Any(c => Digits(c) == number))
                    return $"citations: the text cites [{number}], which the claim does not list";
                var paper = papers[int.Parse(number, CultureInfo.InvariantCulture)];
                if (!items.Exists(i => i.Paper == paper && ItemMatch.Fault(i, statement, items, _names) is null))
                    return $"citations: [{number}] does not support '{statement.Subject.Trim()}' in '{statement.Sentence.Text}'";
            }
        }
        return null;
    }

    private static string? Labels(StatedClaim claim, List<EvidenceItem> items)
    {
        var grade = Grading.Letter(items.Max(Grading.Of));
        if (claim.Grade is { } stated && stated != grade)
            return $"grade: {stated} is stated, the evidence has {grade}";
        return claim.State is { } state && !States.Contains(state) ? $"state: '{state}' is no state of conflict" : null;
    }

    private string? Fault(StatedReference reference, AnswerFile file, HashSet<int> cited)
    {
        if (file.References.Count(r => r.Number == reference.Number) > 1)
            return "its number is given twice";
        if (!cited.Contains(reference.Number))
            return "no claim cites it";
        if (PaperOf(reference, file) is not { } paper)
            return "there is no such paper in the knowledge";
        return Differs("doi", reference.Doi, paper.Doi)
            ?? Differs("pmid", reference.Pmid, paper.Pmid)
            ?? Differs("firstAuthor", reference.FirstAuthor, paper.FirstAuthor)
            ?? Differs("title", reference.Title, paper.Title)
            ?? Differs("year", reference.Year is { } y ? Digits(y) : null, paper.Year is { } of ? Digits(of) : null)
            ?? (reference.Checked is null ? null : Differs("checked", reference.Checked, CheckedOf(paper, file)));
    }

    /// <summary>Weakest way in which the facts were checked that the answer takes from a paper.</summary>
    private string CheckedOf(Paper paper, AnswerFile file)
    {
        var items = file
            .Claims.SelectMany(c => c.Evidence)
            .Select(_pack.FindItem)
            .OfType<EvidenceItem>()
            .Where(i => i.Paper == paper)
            .ToList();
        if (items.Count == 0 || items.Exists(i => !i.IsConfirmed))
            return Terms.CheckedStates.NameOf(Checked.Secondary);
        return Terms.CheckedStates.NameOf(items.Min(i => i.Checked));
    }

    private static string? Differs(string field, string? stated, string? known) =>
        stated == known ? null : $"{field} is '{stated ?? "nothing"}', the knowledge has '{known ?? "nothing"}'";

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
