namespace Refractor.Statistics.LinearModels;

/// <summary>Blocks of samples, such as the samples of one patient.</summary>
internal static class Blocks
{
    /// <summary>Numbers labels from 0 in the order of their first appearance; −1 for null.</summary>
    public static int[] Number(IReadOnlyList<string?> labels)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var blocks = new int[labels.Count];
        for (var i = 0; i < blocks.Length; i++)
        {
            if (labels[i] is not { } label)
            {
                blocks[i] = -1;
                continue;
            }
            if (!numbers.TryGetValue(label, out var number))
                numbers.Add(label, number = numbers.Count);
            blocks[i] = number;
        }
        return blocks;
    }

    /// <summary>Blocks of some of the samples, numbered from 0 without gaps.</summary>
    public static int[] Of(int[] blocks, ReadOnlySpan<int> samples, out int count)
    {
        var renumbered = new Dictionary<int, int>();
        var chosen = new int[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            if (!renumbered.TryGetValue(blocks[samples[i]], out var number))
                renumbered.Add(blocks[samples[i]], number = renumbered.Count);
            chosen[i] = number;
        }
        count = renumbered.Count;
        return chosen;
    }
}
