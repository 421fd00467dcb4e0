using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Checking;

/// <summary>Whether the figures of several analyses of one paper each come with their n.</summary>
internal static class SampleSizes
{
    /// <summary>The first n that is said less often than there are analyses with it; null when none is.</summary>
    public static int? Missing(Statement statement, IReadOnlyList<EvidenceItem> items)
    {
        if (statement.IsListed)
            return null;
        var told = Words(statement.Figures);
        foreach (var same in items.Where(i => i.N is not null && IsTold(i, statement, told)).GroupBy(i => i.N!.Value))
        {
            if (Figures.Count(statement.Figures, same.Key) < Analyses([.. same]))
                return same.Key;
        }
        return null;
    }

    /// <summary>Analyses that the text can tell apart: what is part of the figures of another may be told with it.</summary>
    private static int Analyses(List<EvidenceItem> items)
    {
        var texts = items.Select(i => Words($"{i.Endpoint} {i.Result.Printed}")).ToList();
        return Math.Max(1, texts.Count(t => !texts.Exists(o => t.IsProperSubsetOf(o))) - Doubles(texts));
    }

    private static int Doubles(List<HashSet<string>> texts) =>
        texts.Where((t, at) => texts.FindIndex(o => o.SetEquals(t)) < at).Count();

    /// <summary>Whether the statement gives the endpoint and the figures of this item.</summary>
    private static bool IsTold(EvidenceItem item, Statement statement, HashSet<string> told) =>
        (item.Result.Printed is { } printed ? Words(printed) : Words("no figure reported")).IsSubsetOf(told)
        && Words(item.Endpoint.Replace('_', ' ')).IsSubsetOf(told)
        && (item.Variant is not { } variant || statement.Names.Names(NameKey.Of(variant)));

    private static HashSet<string> Words(string text) => [.. NameKey.Words(text).Select(w => w.Key)];
}
