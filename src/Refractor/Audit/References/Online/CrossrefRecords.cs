namespace Refractor.Audit.References.Online;

/// <summary>What Crossref says about a work.</summary>
internal static class CrossrefRecords
{
    private static readonly string[] Retractions = ["retraction", "partial_retraction", "withdrawal", "removal"];

    public static OnlineRecord Read(CrossrefRecord work)
    {
        var doi = ReferenceIdentifiers.Doi(work.Doi);
        var title = Titles(work).LastOrDefault();
        var notice = work.UpdateTo?.FirstOrDefault(IsRetraction);
        var retracts = ReferenceIdentifiers.Doi(notice?.Doi);
        return new OnlineRecord
        {
            Title = title,
            FirstAuthor = work.Author is [var first, ..] ? first.Family ?? first.Name : null,
            Year = work.Issued?.Parts is [[var year, ..], ..] ? year : null,
            Doi = doi,
            Retracted = IsRetracted(work, title) || (notice is not null && retracts == doi),
            RetractionOf = retracts == doi ? null : retracts,
        };
    }

    /// <summary>The title, then the title with its subtitle; only those that there are.</summary>
    public static IEnumerable<string> Titles(CrossrefRecord work)
    {
        if (PlainTitle.Of(work.Title is [var first, ..] ? first : null) is not { } title)
            yield break;
        yield return title;
        if (PlainTitle.Of(work.Subtitle is [var sub, ..] ? sub : null) is { } subtitle)
            yield return $"{title}: {subtitle}";
    }

    private static bool IsRetracted(CrossrefRecord work, string? title) =>
        work.UpdatedBy?.Any(IsRetraction) == true
        || work.Relation?.Keys.Any(k => k.Contains("retracted-by", StringComparison.OrdinalIgnoreCase)) == true
        || title?.StartsWith("RETRACTED", StringComparison.Ordinal) == true;

    private static bool IsRetraction(CrossrefUpdate update) =>
        Retractions.Contains(update.Type, StringComparer.OrdinalIgnoreCase);
}
