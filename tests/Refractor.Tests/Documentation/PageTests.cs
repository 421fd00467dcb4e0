using System.Text.RegularExpressions;

namespace Refractor.Tests.Documentation;

public partial class PageTests
{
    /// <summary>Made up on purpose, as examples of form.</summary>
    private static readonly string[] MadeUp = ["smith2020-1", "nobody1900-1"];

    [Fact]
    public void Links_between_pages_lead_to_files() =>
        Page
            .All.SelectMany(p => p.Links.Select(l => (Page: p, Link: l)))
            .Where(l => !Exists(l.Page, l.Link))
            .Select(l => $"{l.Page}: {l.Link}")
            .ShouldBeEmpty();

    [Fact]
    public void Pages_name_only_evidence_items_that_the_pack_holds() =>
        Page
            .All.Where(p => p.Path.StartsWith("docs", StringComparison.Ordinal) || p.Path == "README.md")
            .SelectMany(p => ItemId().Matches(p.Text).Select(m => (Page: p, Id: m.Value)))
            .Where(i => !MadeUp.Contains(i.Id) && RealKnowledge.Pack.FindItem(i.Id) is null)
            .Select(i => $"{i.Page}: {i.Id}")
            .ShouldBeEmpty();

    private static bool Exists(Page page, string link)
    {
        var path = Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, link);
        return File.Exists(path) || Directory.Exists(path);
    }

    [GeneratedRegex(@"\b(?:[a-z]+(?:19|20)\d\d[a-z0-9]*|pmc\d+|pmid\d+)-\d+\b")]
    private static partial Regex ItemId();
}
