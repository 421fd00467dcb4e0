using System.Text.Encodings.Web;
using System.Text.Json;
using Refractor.Audit;
using Refractor.Benchmarks.Audit.Damages;

namespace Refractor.Benchmarks.Audit;

/// <summary>Writes the texts and their gold for other auditors; the format is in benchmarks/audit/README.md.</summary>
public static class GoldFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private sealed record Line(
        string File,
        int Start,
        int Length,
        string Sentence,
        int Reference,
        string Damage,
        string Detail,
        string Original,
        IReadOnlyList<string> Items,
        IReadOnlyList<string> Against,
        IReadOnlyList<string> Accepted
    );

    /// <summary>Writes every text and gold.jsonl into a folder, which is made when it does not exist.</summary>
    public static void Write(string folder, IReadOnlyList<SeededText> texts)
    {
        Directory.CreateDirectory(folder);
        foreach (var text in texts)
            File.WriteAllText(Path.Combine(folder, text.Name), text.Text);
        File.WriteAllText(Path.Combine(folder, "gold.jsonl"), Gold(texts));
    }

    /// <summary>The gold, one JSON object per line and sentence.</summary>
    public static string Gold(IReadOnlyList<SeededText> texts) =>
        string.Concat(
            texts.SelectMany(t => t.Sentences.Select(p => JsonSerializer.Serialize(LineOf(t, p), Options) + "\n"))
        );

    private static Line LineOf(SeededText text, PlacedSentence placed)
    {
        var sentence = placed.Sentence;
        return new Line(
            text.Name,
            placed.Start,
            placed.Length,
            sentence.Text,
            placed.Reference,
            DamageKinds.NameOf(sentence.Damage),
            sentence.Detail,
            sentence.Original,
            [sentence.Item.Id],
            [.. (sentence.Against ?? []).Select(i => i.Id)],
            [.. DamageKinds.Accepted(sentence.Damage).Select(AuditVerdicts.NameOf)]
        );
    }
}
