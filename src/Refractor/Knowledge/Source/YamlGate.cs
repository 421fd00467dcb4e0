using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Refractor.Knowledge.Source;

/// <summary>
/// Looks a YAML text over before a tree is built of it, so that no text can exhaust stack or time: size, characters, nesting and
/// anchors. The parser takes NUL as the end of the text, and a value that refers to itself has no end.
/// </summary>
internal static class YamlGate
{
    private const int LongestText = 4_000_000;
    private const int DeepestNesting = 100;

    /// <summary>Events that enclose the root: stream and document.</summary>
    private const int EnclosingEvents = 2;

    /// <summary>Whether a tree may be built; if not, the reason is among the problems.</summary>
    public static bool Admits(string text, ProblemList problems)
    {
        if (text.Length > LongestText)
        {
            problems.Error("size", (int?)null, $"{text.Length} characters", "at most 4,000,000");
            return false;
        }
        return HasOnlyTextCharacters(text, problems) && HasPlainStructure(text, problems);
    }

    private static bool HasOnlyTextCharacters(string text, ProblemList problems)
    {
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                line++;
            if (IsText(text, i))
                continue;
            var found = string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[i]:X4}");
            problems.Error("character", line, found, "text in UTF-8 without control characters");
            return false;
        }
        return true;
    }

    /// <summary>U+FFFD stands for bytes that are not UTF-8; half of a surrogate pair could not be written back.</summary>
    private static bool IsText(string text, int i) =>
        text[i] switch
        {
            '\n' or '\r' or '\t' => true,
            '\uFFFD' or '\uFFFE' or '\uFFFF' => false,
            '\uFEFF' => i == 0,
            var c when char.IsHighSurrogate(c) => i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]),
            var c when char.IsLowSurrogate(c) => i > 0 && char.IsHighSurrogate(text[i - 1]),
            var c => !char.IsControl(c),
        };

    private static bool HasPlainStructure(string text, ProblemList problems)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, line) = (0, 1);
        while (MoveNext(parser, line, problems))
        {
            if (parser.Current is not { } current)
                return true;
            depth += current.NestingIncrease;
            line = Math.Max(line, checked((int)current.Start.Line));
            if (depth > DeepestNesting + EnclosingEvents)
            {
                problems.Error("nesting", line, "more than 100 levels within each other", "at most 100");
                return false;
            }
            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                problems.Error("anchor", line, "an anchor or alias", "the value itself, written out");
                return false;
            }
        }
        return false;
    }

    /// <summary>Moves to the next event, to none at the end; false, with a problem, where the text is not well-formed.</summary>
    /// <remarks>The parser sometimes names only the beginning of what it could not finish, or no place at all.</remarks>
    private static bool MoveNext(Parser parser, int line, ProblemList problems)
    {
        try
        {
            return parser.MoveNext() || parser.Current is null;
        }
        catch (YamlException e)
        {
            var place = Math.Max(line, checked((int)Math.Max(e.Start.Line, e.End.Line)));
            problems.Error("yaml", place, YamlMap.Shorten(e.Message), "well-formed YAML");
        }
        catch (Exception e)
            when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            problems.Error("yaml", line, YamlMap.Shorten(e.Message), "well-formed YAML");
        }
        return false;
    }
}
