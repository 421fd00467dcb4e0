using Refractor.Audit.Texts;

namespace Refractor.Audit.References.Online;

/// <summary>What the answers of the indexes say against the entries of a reference list.</summary>
internal static class OnlineRules
{
    public static IReadOnlyList<ReferenceProblem> Check(string path, IReadOnlyList<OnlineReference> references) =>
        ReferenceProblem.InOrder(
            references
                .SelectMany(r => Missing(path, r).Concat(Differing(path, r)).Concat(Retracted(path, r)))
                .Concat(Unreachable(path, references))
        );

    private static IEnumerable<ReferenceProblem> Missing(string path, OnlineReference reference)
    {
        var entry = reference.Reference;
        var existing = reference.Answers.Where(a => a.Outcome == OnlineOutcome.Exists).Select(a => a.By).ToHashSet();
        foreach (
            var answer in reference.Answers.Where(a =>
                a.Outcome == OnlineOutcome.DoesNotExist && !existing.Contains(a.By)
            )
        )
        {
            // Europe PMC has the life sciences only: that it lacks a DOI says nothing.
            if (answer is { By: OnlineKey.Doi, Source: "Crossref" })
                yield return Error(
                    path,
                    entry,
                    "online-doi-unknown",
                    $"DOI {Doi(entry)}, which is not registered",
                    Meant(answer.Record)
                );
            else if (answer.By == OnlineKey.Pmid)
                yield return Error(
                    path,
                    entry,
                    "online-pmid-unknown",
                    $"a PMID that {answer.Source} does not have",
                    "the PMID of a paper"
                );
            else if (answer.By == OnlineKey.Title)
                yield return ReferenceProblem.Of(
                    path,
                    entry,
                    "online-not-found",
                    ReferenceSeverity.Warning,
                    $"a title that {answer.Source} does not have",
                    "a published paper",
                    "Look the paper up by hand; books, guidelines and abstracts are often missing there."
                );
        }
    }

    private static string Meant(OnlineRecord? record) =>
        record?.Doi is { } doi ? $"{doi}, the DOI of the paper with this title" : "a registered DOI";

    private static IEnumerable<ReferenceProblem> Differing(string path, OnlineReference reference)
    {
        var entry = reference.Reference;
        var answers = Existing(reference).Where(a => a.By != OnlineKey.Title).ToList();
        var other = answers.Find(a =>
            a.Record!.Title is { } known && entry.Title is { } own && TitleLikeness.IsOther(entry.Text, own, known)
        );
        if (other is not null)
            yield return Error(
                path,
                entry,
                "online-title-differs",
                $"\"{entry.Title}\"",
                $"\"{other.Record!.Title}\", the title by {other.Source}"
            );
        if (answers.Find(a => IsOtherDoi(entry, a)) is { } conflict)
            yield return Error(
                path,
                entry,
                "online-identifiers-differ",
                $"DOI {Doi(entry)}",
                $"{conflict.Record!.Doi}, the DOI of its PMID"
            );
        if (other is null && answers.Find(a => IsOtherWork(entry, a.Record!)) is { } work)
            yield return ReferenceProblem.Of(
                path,
                entry,
                "online-entry-differs",
                ReferenceSeverity.Warning,
                Described(entry.FirstAuthor, entry.Year),
                $"{Described(work.Record!.FirstAuthor, work.Record.Year)} by {work.Source}",
                "Correct the entry from the page of the paper."
            );
    }

    private static bool IsOtherDoi(ListedReference entry, OnlineAnswer answer) =>
        answer is { By: OnlineKey.Pmid, Record.Doi: { } known } && Doi(entry) is { } own && own != known;

    // Papers appear online and in print in two years.
    private static bool IsOtherWork(ListedReference entry, OnlineRecord record) =>
        !AuthorKeys.CanBeSame(entry.FirstAuthor, record.FirstAuthor)
        || (entry.Year is { } own && record.Year is { } known && Math.Abs((long)own - known) > 1);

    private static string Described(string? author, int? year) =>
        (author, year) switch
        {
            (null, { } y) => $"{y}",
            ({ } a, null) => a,
            _ => $"{author} {year}",
        };

    private static IEnumerable<ReferenceProblem> Retracted(string path, OnlineReference reference)
    {
        var answers = Existing(reference).ToList();
        if (answers.Find(a => a.Record!.Retracted) is { } retracted)
            yield return Error(
                path,
                reference.Reference,
                "online-retracted",
                $"a retracted paper, by {retracted.Source}",
                "a paper that stands"
            );
        if (answers.Find(a => a.Record!.RetractionOf is not null) is { } notice)
            yield return Error(
                path,
                reference.Reference,
                "online-retraction-notice",
                $"the retraction of {notice.Record!.RetractionOf}",
                "a paper that stands"
            );
    }

    private static IEnumerable<ReferenceProblem> Unreachable(string path, IReadOnlyList<OnlineReference> references) =>
        references
            .SelectMany(r =>
                r.Answers.Where(a => a.Outcome == OnlineOutcome.NotReachable).Select(a => (r.Reference, Answer: a))
            )
            .GroupBy(r => r.Answer.Source)
            .Select(g =>
                ReferenceProblem.Of(
                    path,
                    g.First().Reference,
                    "online-unreachable",
                    ReferenceSeverity.Warning,
                    $"no answer of {g.Key} for {g.Count()} of {references.Count} references",
                    "an answer for each",
                    g.First().Answer.Message!
                )
            );

    private static IEnumerable<OnlineAnswer> Existing(OnlineReference reference) =>
        reference.Answers.Where(a => a is { Outcome: OnlineOutcome.Exists, Record: not null });

    private static string? Doi(ListedReference entry) => ReferenceIdentifiers.DoiOf(entry);

    private static ReferenceProblem Error(
        string path,
        ListedReference entry,
        string rule,
        string found,
        string expected
    ) =>
        ReferenceProblem.Of(
            path,
            entry,
            rule,
            ReferenceSeverity.Error,
            found,
            expected,
            "Open the paper by its identifier; correct the entry or remove the citation."
        );
}
