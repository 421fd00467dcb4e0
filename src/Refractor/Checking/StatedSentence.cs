using System.Text;
using System.Text.RegularExpressions;

namespace Refractor.Checking;

/// <summary>Direction that a sentence states.</summary>
internal enum StatedEffect
{
    Nothing,
    Resistance,
    Sensitivity,
    NoEffect,
    Undirected,
    Disagreement,
    Several,
}

/// <summary>One sentence of a claim, read again from its finished text.</summary>
internal sealed partial class StatedSentence
{
    private StatedSentence(string text)
    {
        Text = text;
        IsCited = Citation().IsMatch(text);
        Body = OutsideParentheses(Citation().Replace(text, " "));
        Effect = ReadEffect(Body);
        Members = SplitMembers(text);
        FigureTexts = Figures.Texts(Citation().Replace(text, " "));
    }

    /// <summary>The whole sentence.</summary>
    public string Text { get; }

    /// <summary>The sentence without citations and without what stands in parentheses.</summary>
    public string Body { get; }

    /// <summary>Whether it carries a citation.</summary>
    public bool IsCited { get; }

    /// <summary>The direction that it states outside parentheses.</summary>
    public StatedEffect Effect { get; }

    /// <summary>The members of a list with their citations, or the one clause of a plain sentence.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Its numbers as they stand, citations left out.</summary>
    public IReadOnlyList<string> FigureTexts { get; }

    /// <summary>Splits a claim at full stops outside parentheses and brackets.</summary>
    public static IReadOnlyList<StatedSentence> Split(string text)
    {
        var sentences = new List<StatedSentence>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth +=
                text[i] is '(' or '[' ? 1
                : text[i] is ')' or ']' ? -1
                : 0;
            var ends = text[i] == '.' && depth <= 0 && (i + 1 == text.Length || text[i + 1] == ' ');
            if (ends || i + 1 == text.Length)
            {
                if (text[start..(i + 1)].Trim() is { Length: > 1 } sentence)
                    sentences.Add(new StatedSentence(sentence));
                start = i + 1;
            }
        }
        return sentences;
    }

    private static StatedEffect ReadEffect(string body)
    {
        if (Disagreement().IsMatch(body))
            return StatedEffect.Disagreement;
        var found = new List<StatedEffect>();
        if (Undirected().IsMatch(body))
            found.Add(StatedEffect.Undirected);
        if (Null().IsMatch(body))
            found.Add(StatedEffect.NoEffect);
        if (Resistance().IsMatch(body))
            found.Add(StatedEffect.Resistance);
        if (Sensitivity().IsMatch(body))
            found.Add(StatedEffect.Sensitivity);
        return found.Count switch
        {
            0 => StatedEffect.Nothing,
            1 => found[0],
            _ => StatedEffect.Several,
        };
    }

    private static List<string> SplitMembers(string text)
    {
        var opening = text.IndexOf(": ", StringComparison.Ordinal);
        var isList = opening > 0 && !text[..opening].Contains('(', StringComparison.Ordinal);
        if (
            isList
            && text[(opening + 2)..].IndexOf(": ", StringComparison.Ordinal) is > 0 and var second
            && !text[(opening + 2)..(opening + 2 + second)].Contains('(', StringComparison.Ordinal)
        )
            opening += 2 + second;
        var list = isList ? text[(opening + 2)..] : text;
        var members = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            depth +=
                i < list.Length && list[i] == '(' ? 1
                : i < list.Length && list[i] == ')' ? -1
                : 0;
            if (i == list.Length || (list[i] == ';' && depth <= 0))
            {
                members.Add(list[start..i]);
                start = i + 1;
            }
        }
        return members;
    }

    private static string OutsideParentheses(string text)
    {
        var result = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : 0;
            if (depth == 0)
                result.Append(c);
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return result.ToString();
    }

    [GeneratedRegex(@"\[\d+(?:, \d+)*\]")]
    internal static partial Regex Citation();

    [GeneratedRegex(@"findings (?:are contested|differ by)", RegexOptions.IgnoreCase)]
    private static partial Regex Disagreement();

    [GeneratedRegex(@"no single direction|no stated link", RegexOptions.IgnoreCase)]
    private static partial Regex Undirected();

    [GeneratedRegex(
        @"\bno association\b|\bnot prognostic\b|\bno effect on\b|\bwithout effect\b|\bnot found as a consistent change\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Null();

    [GeneratedRegex(
        @"\b(?:associated with|linked to|conferred|conferring|mechanism of|tied to|went with) resistance\b|\bworse outcome\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Resistance();

    [GeneratedRegex(
        @"\b(?:associated with|linked to|conferred|conferring|mechanism of|tied to|went with) sensitivity\b|\bbetter outcome\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sensitivity();
}
