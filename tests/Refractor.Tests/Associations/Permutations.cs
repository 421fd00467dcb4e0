namespace Refractor.Tests.Associations;

/// <summary>All orders of a few things.</summary>
internal static class Permutations
{
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items)
    {
        if (items.Count == 0)
            return
            [
                [],
            ];
        return items.SelectMany(
            (first, i) => Of([.. items.Where((_, j) => j != i)]).Select(rest => (IReadOnlyList<T>)[first, .. rest])
        );
    }
}
