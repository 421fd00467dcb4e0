using System.Globalization;
using System.Text;
using Refractor.Benchmarks.Audit.Damages;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit;

/// <summary>Puts sentences into a text with citations and a reference list.</summary>
internal sealed class TextAssembler(Known known)
{
    private const int SentencesPerParagraph = 5;

    public SeededText Assemble(string name, IReadOnlyList<SeededSentence> sentences, Randomness random)
    {
        var style = random.Below(References.Styles);
        var isMarkBeforeStop = random.Below(2) == 0;
        var list = new List<string>();
        var numbers = new Dictionary<Paper, int>();
        foreach (var sentence in sentences.Where(s => s.Damage is not (DamageKind.InventedDoi or DamageKind.Citation)))
            Number(sentence.Paper);
        var text = new StringBuilder("# Resistance to therapy in breast cancer\n\n");
        var placed = new List<PlacedSentence>();
        foreach (var sentence in sentences)
        {
            if (placed.Count > 0)
                text.Append(placed.Count % SentencesPerParagraph == 0 ? "\n\n" : " ");
            var number = Cited(sentence);
            placed.Add(new PlacedSentence(sentence, text.Length, sentence.Text.Length, number));
            var mark = string.Create(CultureInfo.InvariantCulture, $"[{number}]");
            text.Append(sentence.Text).Append(isMarkBeforeStop ? $" {mark}." : $".{mark}");
        }
        text.Append("\n\n## References\n\n");
        for (var i = 0; i < list.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {list[i]}\n");
        return new SeededText(name, text.ToString(), placed);

        int Number(Paper paper)
        {
            if (!numbers.TryGetValue(paper, out var number))
            {
                list.Add(References.Of(paper, style));
                numbers.Add(paper, number = list.Count);
            }
            return number;
        }

        int Cited(SeededSentence sentence)
        {
            if (sentence.Damage == DamageKind.InventedDoi)
            {
                list.Add(References.Invented(sentence, random));
                return list.Count;
            }
            return Number(sentence.Damage == DamageKind.Citation ? Wrong(sentence) : sentence.Paper);
        }

        Paper Wrong(SeededSentence sentence) =>
            random.Pick([.. numbers.Keys.Where(p => IsSilent(p, sentence)).OrderBy(p => p.Index)]);
    }

    private bool IsSilent(Paper paper, SeededSentence sentence) =>
        paper != sentence.Paper && !known.PaperKnows(paper, sentence.Item.Feature);
}
