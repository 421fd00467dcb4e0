using System.Text.RegularExpressions;
using Refractor.Audit;
using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Tests.Audit.Reporting;

/// <summary>A text taken apart by hand: statements are named by their words, citations are numbers in brackets.</summary>
internal sealed partial class SampleText(string path, string original)
{
    private readonly List<AuditedStatement> _statements = [];
    private readonly List<ResolvedReference> _references = [];

    public AuditedFile File =>
        new(
            new ReadText(
                path,
                original,
                [.. _statements.Select(s => s.Source)],
                [.. _references.Select(r => r.Reference)]
            ),
            _statements,
            _references
        );

    /// <summary>Adds an entry of the reference list, which stands in the text after its number.</summary>
    public SampleText Reference(int number, string text, Paper? paper, string how, string? doubt = null)
    {
        var start = original.IndexOf(text, StringComparison.Ordinal);
        var (line, column) = PlaceOf(start);
        var reference = new ListedReference
        {
            Key = $"{number}",
            Start = start,
            Length = text.Length,
            Line = line,
            Column = column,
            Text = text,
            Doi = Doi().Match(text) is { Success: true } doi ? doi.Value : null,
            Title = paper?.Title,
        };
        _references.Add(new ResolvedReference(reference, paper, how, doubt));
        return this;
    }

    /// <summary>Adds a statement that stands in the text word by word.</summary>
    public SampleText Statement(
        string text,
        AuditVerdict verdict,
        string? reason = null,
        UnderstoodStatement? understood = null,
        bool isHeading = false,
        params IReadOnlyList<string> evidence
    )
    {
        var start = original.IndexOf(text, StringComparison.Ordinal);
        var (line, column) = PlaceOf(start);
        var source = new TextStatement
        {
            Start = start,
            Length = text.Length,
            Line = line,
            Column = column,
            Text = text,
            Plain = Mark().Replace(text, "").Replace("**", "", StringComparison.Ordinal),
            IsHeading = isHeading,
            Paragraph = original[..start].Split("\n\n").Length - 1,
            Sentence = _statements.Count,
            Citations = [.. Mark().Matches(text).Select(m => CitationOf(m, start))],
        };
        _statements.Add(
            new AuditedStatement
            {
                Source = source,
                Understood = understood ?? new UnderstoodStatement(),
                Verdict = verdict,
                Reasons = reason is null ? [] : [reason],
                Evidence = [.. evidence.Select(i => RealKnowledge.Pack.FindItem(i)!)],
            }
        );
        return this;
    }

    private Citation CitationOf(Match mark, int start)
    {
        var number = mark.Groups[1].Value;
        var reference = _references.Find(r => r.Reference.Key == number)?.Reference;
        return new Citation(number, start + mark.Index, mark.Length, reference, null);
    }

    private (int Line, int Column) PlaceOf(int start)
    {
        start.ShouldBeGreaterThanOrEqualTo(0);
        var before = original[..start].Split('\n');
        return (before.Length, before[^1].Length + 1);
    }

    [GeneratedRegex(@"\s*\[(\d+)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"10\.\d{4,}/\S+[^.\s]")]
    private static partial Regex Doi();
}
