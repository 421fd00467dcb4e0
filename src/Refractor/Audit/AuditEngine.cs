using Refractor.Answers;
using Refractor.Audit.Judging;
using Refractor.Audit.References;
using Refractor.Audit.Texts;
using Refractor.Audit.Understanding;
using Refractor.Knowledge;

namespace Refractor.Audit;

/// <summary>Checks texts sentence by sentence against a knowledge pack. Thread-safe; the same texts give the same report.</summary>
public sealed class AuditEngine
{
    /// <summary>Characters of the longest statement that is read.</summary>
    private const int LongestSentence = 4_000;

    private readonly KnowledgePack _pack;
    private readonly StatementReader _reader;
    private readonly StatementJudge _judge;
    private readonly ReferenceMatcher _references;

    /// <summary>Prepares a pack for audits.</summary>
    public AuditEngine(KnowledgePack pack)
    {
        _pack = pack;
        _reader = new StatementReader(pack);
        _judge = new StatementJudge(new EvidenceProfiles(pack));
        _references = new ReferenceMatcher(pack);
    }

    /// <summary>Audits some texts together; disagreements are looked for within and between them.</summary>
    public AuditReport Audit(IReadOnlyList<AuditText> texts)
    {
        var files = texts.Select(Audit).ToList();
        return new AuditReport
        {
            Files = [.. files.Select(f => f.File)],
            Disagreements = Disagreements.Find([.. files.SelectMany(f => f.Told)], _pack.Lexicon),
            Knowledge = KnowledgeStamp.Of(_pack),
        };
    }

    private (AuditedFile File, IReadOnlyList<Told> Told) Audit(AuditText text)
    {
        var read = AuditTextReader.Read(text);
        var resolved = read.References.ToDictionary(r => r.Start, _references.Resolve);
        var paragraphs = Paragraphs(read.Statements);
        var judged = new ParagraphJudgement[paragraphs.Count];
        Parallel.For(0, judged.Length, i => judged[i] = Judge(paragraphs[i], resolved, read.Path));
        var file = new AuditedFile(
            read,
            [.. judged.SelectMany(j => j.Statements)],
            [.. read.References.Select(r => resolved[r.Start])]
        );
        return (file, [.. judged.SelectMany(j => j.Told)]);
    }

    /// <summary>Statements of one paragraph side by side: what was said before carries on within it and ends with it.</summary>
    private static List<ArraySegment<TextStatement>> Paragraphs(IReadOnlyList<TextStatement> statements)
    {
        var all = statements.ToArray();
        var paragraphs = new List<ArraySegment<TextStatement>>();
        for (int start = 0, end; start < all.Length; start = end)
        {
            for (end = start + 1; end < all.Length && all[end].Paragraph == all[start].Paragraph; )
                end++;
            paragraphs.Add(new ArraySegment<TextStatement>(all, start, end - start));
        }
        return paragraphs;
    }

    private ParagraphJudgement Judge(
        ArraySegment<TextStatement> paragraph,
        Dictionary<int, ResolvedReference> resolved,
        string path
    )
    {
        var judgement = new ParagraphJudgement([], []);
        var context = new StatementContext();
        var headings = (paragraph.FirstOrDefault(s => !s.IsHeading) ?? paragraph[0]).Headings;
        context.Begin(
            headings,
            [.. headings.Where(h => h.Length <= LongestSentence).Reverse().SelectMany(_reader.FeaturesOf).Distinct()]
        );
        foreach (var statement in paragraph)
        {
            if (statement.IsHeading)
                judgement.Statements.Add(NotCheckable(statement, "a heading"));
            else if (statement.Plain.Length > LongestSentence)
                judgement.Statements.Add(
                    NotCheckable(statement, "longer than any sentence; nothing in it was compared")
                );
            else
                Judge(statement, Cited(statement, resolved), context, path, judgement);
        }
        return judgement;
    }

    private sealed record ParagraphJudgement(List<AuditedStatement> Statements, List<Told> Told);

    private void Judge(
        TextStatement statement,
        CitedPapers cited,
        StatementContext context,
        string path,
        ParagraphJudgement judgement
    )
    {
        foreach (var finding in Enumeration.Split(_reader.Read(statement, context)))
        {
            var judged = finding
                .Select(part => (Reading: part, Judgement: _judge.Judge(part, cited, context)))
                .ToList();
            var gravest = judged.MinBy(j => j.Judgement.Verdict);
            var statementOf = new AuditedStatement
            {
                Source = statement,
                Understood = UnderstoodParts.Of(judged.ConvertAll(j => j.Reading)),
                Verdict = gravest.Judgement.Verdict,
                Reasons = [.. judged.OrderBy(j => j.Judgement.Verdict).SelectMany(j => j.Judgement.Reasons).Distinct()],
                Evidence =
                [
                    .. judged.OrderBy(j => j.Judgement.Verdict).SelectMany(j => j.Judgement.Evidence).Distinct(),
                ],
            };
            judgement.Statements.Add(statementOf);
            judgement.Told.AddRange(judged.Select(j => Told.Of(path, statementOf, j.Reading)).OfType<Told>());
        }
    }

    private static AuditedStatement NotCheckable(TextStatement statement, string why) =>
        new()
        {
            Source = statement,
            Understood = new UnderstoodStatement(),
            Verdict = AuditVerdict.NotCheckable,
            Reasons = [why],
        };

    private CitedPapers Cited(TextStatement statement, Dictionary<int, ResolvedReference> resolved)
    {
        var papers = new HashSet<Paper>();
        var unresolved = new List<ResolvedReference>();
        var isMissing = false;
        foreach (var citation in statement.Citations)
        {
            var reference = citation.Reference is { } listed ? resolved[listed.Start] : null;
            if ((reference?.Paper ?? (citation.Doi is { } doi ? _references.FindByDoi(doi) : null)) is { } paper)
                papers.Add(paper);
            else if (reference is not null)
                unresolved.Add(reference);
            else
                isMissing = true;
        }
        return new CitedPapers(papers, unresolved, isMissing);
    }
}
