using Refractor.Answers;
using Refractor.Audit;
using Refractor.Audit.Texts;

namespace Refractor.Tests.Audit;

/// <summary>Reports written by hand.</summary>
internal static class Report
{
    public static AuditReport Of(
        string path,
        string text,
        params (int Start, int Length, AuditVerdict Verdict)[] statements
    ) =>
        new()
        {
            Files =
            [
                new AuditedFile(new ReadText(path, text, [], []), [.. statements.Select(s => Statement(text, s))], []),
            ],
            Knowledge = KnowledgeStamp.Of(RealKnowledge.Pack),
        };

    private static AuditedStatement Statement(string text, (int Start, int Length, AuditVerdict Verdict) s) =>
        new()
        {
            Source = new TextStatement
            {
                Start = s.Start,
                Length = s.Length,
                Line = 1,
                Column = s.Start + 1,
                Text = text.Substring(s.Start, s.Length),
                Plain = text.Substring(s.Start, s.Length),
            },
            Understood = new UnderstoodStatement(),
            Verdict = s.Verdict,
        };
}
