using Refractor.Audit;
using Refractor.Audit.Texts;

namespace Refractor.Tests.Audit.Texts;

/// <summary>Reads texts for tests.</summary>
internal static class Read
{
    public static ReadText Text(string text) => AuditTextReader.Read(new AuditText("-", text));

    /// <summary>The plain words of every statement that is no heading.</summary>
    public static string[] Statements(string text) =>
        [.. Text(text).Statements.Where(s => !s.IsHeading).Select(s => s.Plain)];

    /// <summary>The plain words of every heading.</summary>
    public static string[] Headings(string text) =>
        [.. Text(text).Statements.Where(s => s.IsHeading).Select(s => s.Plain)];

    /// <summary>Each statement that is no heading with its marks: "A is high ← 1, 2".</summary>
    public static string[] Cited(string text) =>
        [
            .. Text(text)
                .Statements.Where(s => !s.IsHeading)
                .Select(s => $"{s.Plain} ← {string.Join(", ", s.Citations.Select(c => c.Mark))}"),
        ];

    /// <summary>The one entry of a reference list.</summary>
    public static ListedReference Entry(string entry) =>
        Text($"TP53 is lost.\n\n## References\n1. {entry}").References.Single();
}
