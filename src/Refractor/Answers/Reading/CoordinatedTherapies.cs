using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>Completes "PI3K, AKT and mTOR inhibitors": each name before a shared head is read as the therapy it stands for.</summary>
internal static class CoordinatedTherapies
{
    private static readonly string[] Heads = ["inhibitor", "inhibitors", "blockade", "inhibition"];
    private static readonly string[] Joiners = ["and", "or"];

    public static void Complete(Word[] words, List<Mention> mentions, NameTable names)
    {
        for (var head = 0; head < words.Length; head++)
        {
            if (!Heads.Contains(words[head].Key))
                continue;
            for (var at = head - 1; at >= 0; at--)
            {
                if (Joiners.Contains(words[at].Key))
                    continue;
                if (
                    names.Find(words[at].Key + "inhibitor")?.FirstOrDefault(e => e.Kind == NameKind.Therapy)
                    is not { Value: Therapy } therapy
                )
                    break;
                mentions.RemoveAll(m =>
                    m.First == at && m.End <= head && m.Entry.Kind is NameKind.Feature or NameKind.Group
                );
                if (!mentions.Exists(m => m.First <= at && m.End > at && m.Entry.Kind == NameKind.Therapy))
                    mentions.Add(new Mention(therapy, at, 1));
            }
        }
        mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Count.CompareTo(a.Count));
    }
}
