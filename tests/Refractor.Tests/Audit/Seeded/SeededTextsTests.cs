using Refractor.Benchmarks.Audit;
using Refractor.Benchmarks.Audit.Damages;
using Refractor.Knowledge;

namespace Refractor.Tests.Audit.Seeded;

public class SeededTextsTests
{
    private static readonly IReadOnlyList<SeededText> Texts = SeededTexts.Generate(RealKnowledge.Pack);

    private static readonly IReadOnlyList<PlacedSentence> Placed = [.. Texts.SelectMany(t => t.Sentences)];

    private static readonly string[] Overstatements =
    [
        "consistently",
        "reliably",
        "agree",
        "predicts",
        "predictive of",
        "causes",
        "drives",
    ];

    public static TheoryData<DamageKind> Kinds => [.. DamageKinds.All];

    [Fact]
    public void The_same_seed_gives_the_same_texts_and_gold()
    {
        var again = SeededTexts.Generate(RealKnowledge.Pack);
        again.Select(t => t.Text).ShouldBe(Texts.Select(t => t.Text));
        GoldFile.Gold(again).ShouldBe(GoldFile.Gold(Texts));
    }

    [Fact]
    public void Another_seed_gives_other_texts() =>
        SeededTexts.Generate(RealKnowledge.Pack, 1)[0].Text.ShouldNotBe(Texts[0].Text);

    [Fact]
    public void There_are_enough_untouched_and_damaged_sentences()
    {
        Placed.Count(p => p.Sentence.Damage == DamageKind.None).ShouldBeGreaterThanOrEqualTo(360);
        Placed.Count(p => p.Sentence.Damage != DamageKind.None).ShouldBeGreaterThanOrEqualTo(360);
    }

    /// <summary>Few findings are known to differ between subtypes, so that class is smaller.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void There_are_enough_sentences_of_each_damage(DamageKind kind) =>
        Placed.Count(p => p.Sentence.Damage == kind).ShouldBeGreaterThanOrEqualTo(kind == DamageKind.Subtype ? 30 : 40);

    [Fact]
    public void Damaged_content_differs_from_its_original() =>
        Placed
            .Select(p => p.Sentence)
            .Where(s => (s.Text == s.Original) != IsLeftAsItWas(s.Damage))
            .Select(s => s.Text)
            .ShouldBeEmpty();

    [Fact]
    public void Every_sentence_stands_where_its_gold_says() =>
        Texts
            .SelectMany(t => t.Sentences.Select(p => (Text: t, Placed: p)))
            .Where(x => x.Text.Text.Substring(x.Placed.Start, x.Placed.Length) != x.Placed.Sentence.Text)
            .Select(x => x.Placed.Sentence.Text)
            .ShouldBeEmpty();

    [Fact]
    public void Every_citation_leads_to_an_entry_of_the_list() =>
        Texts
            .SelectMany(t => t.Sentences.Select(p => (t.Text, Entry: $"\n{p.Reference}. ", Mark: $"[{p.Reference}]")))
            .Where(x =>
                !x.Text.Contains(x.Entry, StringComparison.Ordinal)
                || !x.Text.Contains(x.Mark, StringComparison.Ordinal)
            )
            .ShouldBeEmpty();

    [Fact]
    public void Gold_names_confirmed_items_of_the_knowledge() =>
        Placed
            .SelectMany(p => (p.Sentence.Against ?? []).Append(p.Sentence.Item))
            .Where(i => RealKnowledge.Pack.FindItem(i.Id) != i || !i.IsConfirmed)
            .Select(i => i.Id)
            .ShouldBeEmpty();

    [Fact]
    public void No_text_tells_of_one_item_twice() =>
        Texts
            .Where(t => t.Sentences.Select(p => p.Sentence.Item).Distinct().Count() < t.Sentences.Count)
            .ShouldBeEmpty();

    [Fact]
    public void Invented_references_lead_to_no_paper() =>
        Texts
            .SelectMany(t => t.Sentences.Select(p => (p.Sentence.Damage, Entry: EntryOf(t, p.Reference))))
            .Where(x => x.Damage == DamageKind.InventedDoi)
            .Where(x =>
                !x.Entry.Contains("doi:10.", StringComparison.Ordinal)
                || RealKnowledge.Pack.Papers.Any(p => Names(x.Entry, p))
            )
            .Select(x => x.Entry)
            .ShouldBeEmpty();

    [Fact]
    public void Truth_is_told_without_the_words_of_overstatement() =>
        Placed
            .Where(p => p.Sentence.Damage is not (DamageKind.Design or DamageKind.Conflict))
            .Select(p => p.Sentence.Text)
            .Where(t => Overstatements.Any(o => t.Contains(o, StringComparison.Ordinal)))
            .ShouldBeEmpty();

    private static string EntryOf(SeededText text, int reference) =>
        text.Text.Split('\n').Single(l => l.StartsWith($"{reference}. ", StringComparison.Ordinal));

    private static bool Names(string entry, Paper paper) =>
        (paper.Doi is { } doi && entry.Contains(doi, StringComparison.OrdinalIgnoreCase))
        || (paper.Title is { } title && entry.Contains(title, StringComparison.OrdinalIgnoreCase));

    private static bool IsLeftAsItWas(DamageKind kind) =>
        kind is DamageKind.None or DamageKind.Citation or DamageKind.InventedDoi;
}
