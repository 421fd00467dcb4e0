using System.Globalization;
using Refractor.Audit.Texts;

namespace Refractor.Audit.References;

/// <summary>A problem of a reference list or of a citation, with its place.</summary>
/// <param name="Rule">Name of the rule, such as "doi-other-title".</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Path">Path of the text, or "-" for standard input.</param>
/// <param name="Line">Line of the entry or citation, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Text">The entry or the mark of the citation.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Advice">What to do, in one sentence.</param>
public sealed record ReferenceProblem(
    string Rule,
    ReferenceSeverity Severity,
    string Path,
    int Line,
    int Column,
    string Text,
    string Found,
    string Expected,
    string Advice
)
{
    /// <summary>Place of the entry or citation in the original text, from 0, in UTF-16 units.</summary>
    public int Start { get; init; }

    /// <summary>Length in the original text.</summary>
    public int Length { get; init; }

    /// <summary>One line: <c>path(line,column): severity: rule: found …; expected …. Advice</c>.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Path}({Line},{Column}): {ReferenceSeverities.NameOf(Severity)}: {Rule}: found {Found}; expected {Expected}. {Advice}"
        );

    /// <summary>A problem of an entry.</summary>
    internal static ReferenceProblem Of(
        string path,
        ListedReference entry,
        string rule,
        ReferenceSeverity severity,
        string found,
        string expected,
        string advice
    ) =>
        new(rule, severity, path, entry.Line, entry.Column, entry.Text, found, expected, advice)
        {
            Start = entry.Start,
            Length = entry.Length,
        };

    /// <summary>Problems in the order of the text.</summary>
    internal static IReadOnlyList<ReferenceProblem> InOrder(IEnumerable<ReferenceProblem> problems) =>
        [
            .. problems
                .OrderBy(p => p.Line)
                .ThenBy(p => p.Column)
                .ThenByDescending(p => p.Severity)
                .ThenBy(p => p.Rule, StringComparer.Ordinal)
                .ThenBy(p => p.Found, StringComparer.Ordinal),
        ];
}
