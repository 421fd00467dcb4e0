using System.Text.RegularExpressions;
using FsCheck.Fluent;
using Refractor.Audit.Texts;

namespace Refractor.Tests.Audit.Texts;

/// <summary>Whatever is read, no word is lost, nothing overlaps and every place is right.</summary>
public partial class LosslessTests
{
    private const string Sample = """
        **Resistance is common** in tumours. ## Gene Mutations **TP53 mutations** are common, while[4] **MYC** is high.[1][2]

        1. **DNA Repair (e.g., RAD51)**: While ATM is low, PALB2 is high (HR 0.5; Burger et al., 2003).
        - *LOX* is high in ER+ cells (p = 0.005),[2-4] and PTEN is lost; see [this](https://doi.org/10.1000/xyz).¹

        | Gene | Effect |
        |---|---|
        | ABCB1 | resistance<sup>1,2</sup> |

        ```r
        coxph(Surv(time, event) ~ x)
        ```
        Burger et al. (2003) found a trade-off:

        **impaired repair is offset** .[1] PMID: 12345678 &amp; more. 【1†source】

        ### References
        1. Burger H, Foekens JA, et al. MDR1 in breast cancer. Clin Cancer Res. 2003;9(2):827-36. doi:10.1016/S1470-2045(22)00555-1.
        2. Altered repair in tumours. Liu Z, Gao J. Biomolecules. 2022. 3. One more title here. Xia F , Powell SN. J Test. 2002. 2.

        [^a]: A note. 2020.
        """;

    private static readonly string[] Texts =
    [
        Sample,
        Sample.Replace("\n", " ", StringComparison.Ordinal),
        .. RealAnswers.Texts,
    ];

    [Fact]
    public void The_sample_loses_nothing() => Array.ForEach(Texts[..2], t => LosesNothing(t).ShouldBeNull());

    [Fact]
    public void Real_answers_lose_nothing()
    {
        Assert.SkipWhen(RealAnswers.Texts.Length == 0, "No folder shared/answers in or beside the repository.");
        Array.ForEach(RealAnswers.Texts, t => LosesNothing(t).ShouldBeNull());
    }

    [Fact]
    public void Damaged_texts_lose_nothing() =>
        Prop.ForAll(HostileText.Mutated(Texts), text => LosesNothing(text).ShouldBeNull(text)).Holds(400);

    [Fact]
    public void Random_texts_lose_nothing() =>
        Prop.ForAll(HostileText.Random(2000), text => LosesNothing(text).ShouldBeNull(text)).Holds(400);

    [Fact]
    public void Pieces_in_any_order_lose_nothing()
    {
        string[] pieces =
        [
            "[1]",
            "[1-3]",
            "[^a]",
            "[^a]: ",
            "(",
            ")",
            "[",
            "]",
            "](",
            "**",
            "*",
            "_",
            "`",
            "```",
            "\n",
            "\r\n",
            "\n\n",
            "- ",
            "1. ",
            "2) ",
            "# ",
            " ## ",
            "| a | b |\n",
            "|---|---|\n",
            "> ",
            "<sup>1</sup>",
            "<br>",
            "&nbsp;",
            "¹²",
            "10.1000/xyz",
            "https://doi.org/10.1/",
            "PMID: 12345678",
            "(Burger et al., 2003)",
            "Burger et al. (2003)",
            "References\n",
            "### References 1. ",
            "2003",
            "TP53 is lost",
            ", while",
            ", and",
            "; ",
            ". ",
            ": ",
            "—",
            "【1†x】",
            "\u00ad",
            "\u200b",
            "\ud800",
            "\\",
        ];
        Prop.ForAll(HostileText.Of(pieces, 3000), text => LosesNothing(text).ShouldBeNull(text)).Holds(600);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\0")]
    [InlineData("[1]")]
    [InlineData("\ud800")]
    [InlineData("**")]
    [InlineData("```\nfoo")]
    [InlineData("## References")]
    [InlineData("[x](https://doi.org/10.1000/xyz)")]
    public void Texts_without_a_sentence_are_read(string text) => LosesNothing(text).ShouldBeNull();

    /// <summary>What is wrong with the reading of a text; null when nothing is.</summary>
    private static string? LosesNothing(string original)
    {
        var text = Read.Text(original);
        var spans = text
            .Statements.Select(s => (s.Start, s.Length))
            .Concat(text.References.Select(r => (r.Start, r.Length)))
            .OrderBy(s => s.Start)
            .ToList();
        if (!text.Statements.Select(s => s.Start).SequenceEqual(text.Statements.Select(s => s.Start).Order()))
            return "out of order";
        if (text.Statements.FirstOrDefault(s => !IsPlaced(original, s)) is { } misplaced)
            return $"misplaced: {misplaced}";
        var rest = original.ToCharArray();
        var end = 0;
        foreach (var (start, length) in spans)
        {
            if (start < end)
                return $"overlap at {start}";
            end = start + length;
            Array.Fill(rest, '\u0001', start, length);
        }
        foreach (var citation in text.Statements.SelectMany(s => s.Citations))
            Array.Fill(rest, '\u0001', citation.Start, citation.Length);
        var left = Excused().Replace(new string(rest), "\u0001");
        return left.Any(char.IsLetterOrDigit) ? $"lost: {left.Replace("\u0001", "", StringComparison.Ordinal)}" : null;
    }

    private static bool IsPlaced(string original, TextStatement s)
    {
        var before = original[..s.Start].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var split =
            s.Start > 0 && s.Start < original.Length && original[s.Start - 1] == '\r' && original[s.Start] == '\n';
        return s.Length > 0
            && s.Text == original.Substring(s.Start, s.Length)
            && !split
            && s.Line == before.Count(c => c == '\n') + 1
            && s.Column == before.Length - before.LastIndexOf('\n');
    }

    /// <summary>Markers of lists and notes, markup, entities, and connectives between clauses.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:\(?(?:\d{1,3}|[a-z])[.)]|and while|and|but|yet|so|whereas|while|although|though|which means(?: that)?|meaning that|markdown|md|te?xt)(?![\p{L}\p{N}])"
            + @"|\[\^?[\w-]+\\?\][:.]?|\]\([^)\u0001]*[)\u0001]|\u0001?\([^()\u0001\n]*\)|</?[A-Za-z][^<>]*>|【[^】]*】|&#?\w+;",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Excused();
}
