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
        var figures = StatedSentence.Citation().Replace(statement.Figures, " ");
        var told = Words(figures);
        foreach (var same in items.Where(i => i.N is not null && IsTold(i, statement, told)).GroupBy(i => i.N!.Value))
        {
            if (Figures.Count(figures, same.Key) < Analyses([.. same]))
                return same.Key;
        }
        return null;
    }

    /// <summary>Analyses that the text can tell apart: at one endpoint, what is part of the figures of another may be told with it.</summary>
    private static int Analyses(List<EvidenceItem> items) =>
        items.GroupBy(i => i.Endpoint).Sum(e => Apart([.. e.Select(i => Words(i.Result.Printed ?? ""))]));

    private static int Apart(List<HashSet<string>> texts) =>
        texts.Where((t, at) => !texts.Exists(t.IsProperSubsetOf) && texts.FindIndex(t.SetEquals) == at).Count();

    /// <summary>Whether the statement gives the endpoint and the figures of this item.</summary>
    private static bool IsTold(EvidenceItem item, Statement statement, HashSet<string> told) =>
        (item.Result.Printed is { } printed ? Words(printed) : Words("no figure reported")).IsSubsetOf(told)
        && Words(item.Endpoint.Replace('_', ' ')).IsSubsetOf(told)
        && (item.Variant is not { } variant || statement.Names.Names(NameKey.Of(variant)));

    private static HashSet<string> Words(string text) => [.. NameKey.Words(text).Select(w => w.Key)];
}
