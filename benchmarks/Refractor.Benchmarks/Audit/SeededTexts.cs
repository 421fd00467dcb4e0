using System.Globalization;
using Refractor.Benchmarks.Audit.Damages;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit;

/// <summary>The texts of the benchmark: true and damaged sentences mixed, the same bytes for the same seed and knowledge.</summary>
public static class SeededTexts
{
    /// <summary>The seed of the published numbers.</summary>
    public const ulong Seed = 20261121;

    private const int SentencesPerText = 15;

    public static IReadOnlyList<SeededText> Generate(KnowledgePack pack, ulong seed = Seed)
    {
        var source = new SeededSentences(pack, seed);
        var random = Randomness.For(seed, "texts");
        var sentences = random.Shuffled(source.True().Concat(DamageKinds.All.SelectMany(source.Damaged)));
        var assembler = new TextAssembler(new Known(pack));
        return
        [
            .. Deal(sentences)
                .Select(
                    (s, i) =>
                        assembler.Assemble(
                            string.Create(CultureInfo.InvariantCulture, $"text-{i + 1:000}.md"),
                            s,
                            random
                        )
                ),
        ];
    }

    /// <summary>One long text of true and damaged sentences, repeated until it has that many characters.</summary>
    public static SeededText Long(KnowledgePack pack, int characters)
    {
        var sentences = Generate(pack).SelectMany(t => t.Sentences).Select(s => s.Sentence).ToList();
        var all = new List<SeededSentence>();
        for (var written = 0; written < characters; written += all[^1].Text.Length + 6)
            all.Add(sentences[all.Count % sentences.Count]);
        return new TextAssembler(new Known(pack)).Assemble("long.md", all, Randomness.For(Seed, "long"));
    }

    /// <summary>Deals sentences evenly to texts so that no text tells of one item twice.</summary>
    private static List<SeededSentence>[] Deal(List<SeededSentence> sentences)
    {
        var count = (sentences.Count + SentencesPerText - 1) / SentencesPerText;
        List<SeededSentence>[] texts = [.. Enumerable.Range(0, count).Select(_ => new List<SeededSentence>())];
        foreach (var sentence in sentences)
            texts.Where(t => t.TrueForAll(s => s.Item != sentence.Item)).MinBy(t => t.Count)!.Add(sentence);
        return texts;
    }
}
