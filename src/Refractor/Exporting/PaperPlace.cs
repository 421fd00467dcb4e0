using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>Where in a journal a paper stands, taken apart as citation formats want it.</summary>
/// <param name="Volume">Volume without issue; null when not known.</param>
/// <param name="Issue">Issue, from a volume such as "9(2)"; null when not known.</param>
/// <param name="FirstPage">First page or article number; null when not known.</param>
/// <param name="LastPage">Last page as printed, so perhaps shortened; null when not known.</param>
internal readonly record struct PaperPlace(string? Volume, string? Issue, string? FirstPage, string? LastPage)
{
    public static PaperPlace Of(Paper paper)
    {
        var (volume, issue) = SplitVolume(paper.Volume);
        var (first, last) = SplitPages(paper.Pages);
        return new PaperPlace(volume, issue, first, last);
    }

    private static (string? Volume, string? Issue) SplitVolume(string? volume)
    {
        var open = volume?.IndexOf('(') ?? -1;
        return volume is not null && open > 0 && volume.EndsWith(')')
            ? (volume[..open].Trim(), volume[(open + 1)..^1].Trim())
            : (volume, null);
    }

    /// <summary>Only one dash between two parts is a range; "S12-S14, e1" stays whole.</summary>
    private static (string? First, string? Last) SplitPages(string? pages)
    {
        if (pages is null || pages.AsSpan().ContainsAny(',', ';'))
            return (pages, null);
        var parts = pages.Split(['-', '–'], StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } first, { Length: > 0 } last] ? (first, last) : (pages, null);
    }
}
