using System.Text.RegularExpressions;
using Refractor.Answers;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Tests.Checking;

/// <summary>A claim after one known damage.</summary>
internal sealed record DamagedClaim(string Text, IReadOnlyList<string> Evidence);

/// <summary>Where in a claim a damage may strike; never in a citation.</summary>
internal enum Where
{
    /// <summary>Outside parentheses.</summary>
    Lead,

    /// <summary>Outside parentheses, or in those that hold the context of a finding and stand before its citation.</summary>
    Context,

    /// <summary>Anywhere.</summary>
    Anywhere,
}

/// <summary>Ways to damage a claim so that it no longer holds; each gives null where a claim offers nothing to damage.</summary>
internal static partial class Damage
{
    /// <summary>All classes by name.</summary>
    public static IReadOnlyList<(string Name, Func<Claim, Random, DamagedClaim?> Do)> Classes { get; } =
    [
        ("direction flipped", (c, r) => One(c, r, Direction(), m => Flipped(m.Value))),
        ("state flipped", (c, r) => One(c, r, State(), m => Flipped(m.Value))),
        ("level swapped", LevelSwapped),
        ("feature swapped", OtherFeature),
        ("therapy swapped", OtherTherapy),
        ("therapy added", (c, r) => One(c, r, Neoadjuvant(), _ => "neoadjuvant bevacizumab + ", Where.Context)),
        ("number changed", OtherNumber),
        ("subtype dropped", WithoutSubtype),
        ("neoadjuvant dropped", (c, r) => One(c, r, Neoadjuvant(), _ => "", Where.Context)),
        ("in vitro dropped", (c, r) => One(c, r, InVitro(), _ => "", Where.Context)),
        ("n dropped", WithoutN),
        ("figures told otherwise", (c, r) => One(c, r, Comparison(), m => Flipped(m.Value), Where.Anywhere)),
        ("told as predictive", ToldAsPredictive),
        ("not confirmed dropped", (c, r) => One(c, r, NotConfirmed(), _ => "")),
        ("evidence of another paper", OtherEvidence),
        ("evidence emptied", (c, _) => new DamagedClaim(c.Text, [])),
        ("unknown evidence", (c, r) => new DamagedClaim(c.Text, Replaced(c.Evidence, r, "nobody1900-1"))),
    ];

    private static readonly (string From, string To)[] Opposites =
    [
        ("no association with response to", "association with resistance to"),
        ("no association with response", "associated with resistance"),
        ("had no effect on the response to", "conferred resistance to"),
        ("resistance", "sensitivity"),
        ("sensitivity", "resistance"),
        ("worse outcome", "better outcome"),
        ("better outcome", "worse outcome"),
        ("high", "low"),
        ("low", "high"),
        ("positivity", "negativity"),
        ("negativity", "positivity"),
        ("increased", "decreased"),
        ("decreased", "increased"),
        ("loss of", "presence of"),
        ("presence of", "loss of"),
        ("higher", "lower"),
        ("lower", "higher"),
        ("better", "worse"),
        ("worse", "better"),
        ("mRNA", "protein"),
        ("protein", "mRNA"),
    ];

    /// <summary>That findings at several levels are contested may be said of each of these levels.</summary>
    private static DamagedClaim? LevelSwapped(Claim claim, Random random)
    {
        var contested = claim.Text.StartsWith("For ", StringComparison.Ordinal)
            ? claim.Text.IndexOf('.', StringComparison.Ordinal)
            : -1;
        var several = Items(claim).Select(i => i.Level).Distinct().Count() > 1;
        return One(claim, random, LevelWord(), m => Flipped(m.Value), only: m => !several || m.Index > contested);
    }

    private static DamagedClaim? OtherFeature(Claim claim, Random random)
    {
        var items = Items(claim);
        var genes = RealKnowledge
            .Lexicon.Features.Where(f =>
                f.Type == FeatureType.Gene
                && !items.Exists(i => i.Feature.Name.Contains(f.Name, StringComparison.Ordinal))
            )
            .ToList();
        var names = items.Select(i => i.Feature.Name).Distinct().OrderByDescending(n => n.Length);
        return One(claim, random, Any(names), _ => genes[random.Next(genes.Count)].Name);
    }

    private static DamagedClaim? OtherTherapy(Claim claim, Random random)
    {
        var own = Items(claim).SelectMany(i => i.Therapies.Concat(i.ResistantTo)).Distinct().ToList();
        var others = RealKnowledge
            .Lexicon.Therapies.Where(t => !own.Contains(t) && !own.Exists(o => Overlap(o.Label, t.Label)))
            .ToList();
        var labels = own.Select(t => t.Label).OrderByDescending(l => l.Length);
        return One(claim, random, Any(labels), _ => others[random.Next(others.Count)].Label, Where.Context);
    }

    private static DamagedClaim? OtherNumber(Claim claim, Random random) =>
        One(claim, random, Number(), m => Changed(m.Value, random), where: Where.Anywhere);

    /// <summary>The last digit that is not part of a citation becomes another; a number that is only a name's digit stays.</summary>
    private static string Changed(string number, Random random)
    {
        var at = random.Next(number.Length);
        while (!char.IsAsciiDigit(number[at]))
            at = random.Next(number.Length);
        var digit = (char)('1' + ((number[at] - '0' + random.Next(8)) % 9));
        return number[..at] + (digit == number[at] ? '7' : digit) + number[(at + 1)..] + "3";
    }

    private static DamagedClaim? WithoutSubtype(Claim claim, Random random)
    {
        var labels = Items(claim)
            .Select(i => i.Subtype)
            .OfType<Subtype>()
            .Where(s => s.Name != "any")
            .Select(s => Regex.Escape(s.Label))
            .Distinct()
            .OrderByDescending(l => l.Length)
            .ToList();
        if (labels.Count == 0)
            return null;
        var any = string.Join('|', labels);
        var phrase = new Regex($"(?: in (?:{any}) (?:disease|models)|, (?:{any})(?=[,)]))");
        return One(claim, random, phrase, _ => "", Where.Context);
    }

    /// <summary>Takes an n out that the claim says once; where the source prints it among its figures too, it is still said.</summary>
    private static DamagedClaim? WithoutN(Claim claim, Random random)
    {
        var plain = claim.Text.Replace(",", "", StringComparison.Ordinal);
        var sizes = Items(claim)
            .Select(i => i.N)
            .OfType<int>()
            .Distinct()
            .Where(n => Regex.Count(plain, $@"\b{n}\b") == 1)
            .ToList();
        return One(
            claim,
            random,
            SampleSize(),
            _ => "",
            where: Where.Anywhere,
            only: m => sizes.Exists(n => m.Groups[1].Value.Replace(",", "", StringComparison.Ordinal) == $"{n}")
        );
    }

    private static DamagedClaim? ToldAsPredictive(Claim claim, Random random) =>
        Items(claim).TrueForAll(i => i.PredictiveDesign == PredictiveDesign.InteractionTested)
            ? null
            : One(claim, random, Associated(), _ => "predicts");

    private static DamagedClaim OtherEvidence(Claim claim, Random random)
    {
        var papers = Items(claim).Select(i => i.Paper).ToHashSet();
        var others = RealKnowledge.Pack.Items.Where(i => !papers.Contains(i.Paper)).ToList();
        return new DamagedClaim(claim.Text, Replaced(claim.Evidence, random, others[random.Next(others.Count)].Id));
    }

    /// <summary>Replaces one match, chosen at random, outside citations and, unless told otherwise, outside parentheses.</summary>
    private static DamagedClaim? One(
        Claim claim,
        Random random,
        Regex pattern,
        Func<Match, string> put,
        Where where = Where.Lead,
        Func<Match, bool>? only = null
    )
    {
        var hidden = Hidden(claim.Text, where);
        var found = pattern
            .Matches(claim.Text)
            .Where(m => m.Length > 0 && !hidden[m.Index] && (only is null || only(m)))
            .ToList();
        if (found.Count == 0)
            return null;
        var match = found[random.Next(found.Count)];
        var text = claim.Text[..match.Index] + put(match) + claim.Text[(match.Index + match.Length)..];
        return text == claim.Text ? null : new DamagedClaim(text, claim.Evidence);
    }

    private static bool[] Hidden(string text, Where where)
    {
        var hidden = new bool[text.Length];
        var (round, square, open) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(' && round++ == 0)
                open = i;
            square +=
                text[i] == '[' ? 1
                : text[i] == ']' ? -1
                : 0;
            hidden[i] = square > 0 || (round > 0 && where == Where.Lead);
            if (text[i] == ')' && --round == 0 && where == Where.Context && !text.AsSpan(i + 1).StartsWith(" ["))
                hidden.AsSpan(open, i - open).Fill(true);
        }
        return hidden;
    }

    private static string Flipped(string words)
    {
        var (from, to) = Opposites.First(o => words.EndsWith(o.From, StringComparison.OrdinalIgnoreCase));
        return words[..^from.Length] + to;
    }

    private static Regex Any(IEnumerable<string> names) =>
        new($@"(?<![\w-])(?:{string.Join('|', names.Select(Regex.Escape).DefaultIfEmpty("(?!)"))})(?![\w-])");

    private static bool Overlap(string a, string b) =>
        a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);

    private static List<string> Replaced(IReadOnlyList<string> evidence, Random random, string id)
    {
        var list = evidence.ToList();
        list[random.Next(list.Count)] = id;
        return list;
    }

    private static List<EvidenceItem> Items(Claim claim) =>
        [.. claim.Evidence.Select(RealKnowledge.Pack.FindItem).OfType<EvidenceItem>()];

    [GeneratedRegex(
        @"\b(?:associated with|linked to|conferred|conferring|mechanism of|tied to|went with) (?:resistance|sensitivity)\b|\b(?:worse|better) outcome\b|\b(?<=showed )no association with response to\b|\bno association with response(?=:)|\bhad no effect on the response to\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Direction();

    [GeneratedRegex(
        @"\b(?:high|low|positivity|negativity|increased|decreased|loss of|presence of)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex State();

    [GeneratedRegex(@"\b(?:higher|lower|(?:better|worse)(?! outcome))\b")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\b(?:mRNA|protein)\b")]
    private static partial Regex LevelWord();

    [GeneratedRegex(@"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\bneoadjuvant ", RegexOptions.IgnoreCase)]
    private static partial Regex Neoadjuvant();

    [GeneratedRegex(@",? in vitro\b")]
    private static partial Regex InVitro();

    [GeneratedRegex(@"(?:, |; )?\bn = (\d{1,3}(?:,\d{3})+|\d+)")]
    private static partial Regex SampleSize();

    [GeneratedRegex(@"\b(?:was|were) associated with\b")]
    private static partial Regex Associated();

    [GeneratedRegex(@"not confirmed, seen only through another text[:,] ", RegexOptions.IgnoreCase)]
    private static partial Regex NotConfirmed();
}
