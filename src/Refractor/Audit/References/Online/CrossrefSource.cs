using Refractor.Audit.Texts;

namespace Refractor.Audit.References.Online;

/// <summary>Crossref, the register of most DOIs of journals; it also finds papers by title and authors.</summary>
internal sealed class CrossrefSource(WebReader web, Uri address) : IReferenceSource
{
    private const int LongestQuery = 300;

    public string Name => "Crossref";

    public async Task<OnlineAnswer?> FindAsync(ListedReference reference, CancellationToken cancel)
    {
        var doi = ReferenceIdentifiers.DoiOf(reference);
        if (doi is null && (ReferenceIdentifiers.PmidOf(reference) is not null || reference.Title is null))
            return null;
        var by = doi is null ? OnlineKey.Title : OnlineKey.Doi;
        try
        {
            return doi is null
                ? Found(OnlineKey.Title, await SearchAsync(reference, cancel).ConfigureAwait(false))
                : await ByDoiAsync(doi, reference, cancel).ConfigureAwait(false);
        }
        catch (SourceUnreachableException e)
        {
            return new OnlineAnswer(Name, OnlineOutcome.NotReachable, by, null, e.Message);
        }
    }

    private OnlineAnswer Found(OnlineKey by, OnlineRecord? record) =>
        new(Name, record is null ? OnlineOutcome.DoesNotExist : OnlineOutcome.Exists, by, record);

    private async Task<OnlineAnswer> ByDoiAsync(string doi, ListedReference reference, CancellationToken cancel)
    {
        var work = new Uri(address, "works/" + Uri.EscapeDataString(doi));
        if (await web.ReadAsync(work, OnlineJson.Default.CrossrefWork, cancel).ConfigureAwait(false) is { } found)
            return new OnlineAnswer(
                Name,
                OnlineOutcome.Exists,
                OnlineKey.Doi,
                found.Message is { } m ? CrossrefRecords.Read(m) : null
            );
        // Works of other agencies, such as data sets and preprints of arXiv, are not in Crossref, which knows the agency of every DOI.
        var agency = new Uri(address, $"works/{Uri.EscapeDataString(doi)}/agency");
        if (await web.ReadAsync(agency, OnlineJson.Default.CrossrefAgency, cancel).ConfigureAwait(false) is not null)
            return new OnlineAnswer(Name, OnlineOutcome.Exists, OnlineKey.Doi);
        var meant = reference.Title is null ? null : await SearchAsync(reference, cancel).ConfigureAwait(false);
        return new OnlineAnswer(Name, OnlineOutcome.DoesNotExist, OnlineKey.Doi, meant);
    }

    private async Task<OnlineRecord?> SearchAsync(ListedReference reference, CancellationToken cancel)
    {
        var title = reference.Title!;
        var words = string.Join(' ', new[] { title, reference.FirstAuthor }.OfType<string>());
        var query = Uri.EscapeDataString(words.Length <= LongestQuery ? words : words[..LongestQuery]);
        var search = new Uri(address, $"works?query.bibliographic={query}&rows=3");
        var found = await web.ReadAsync(search, OnlineJson.Default.CrossrefFound, cancel).ConfigureAwait(false);
        var key = ReferenceWords.Key(title);
        return (found?.Message?.Items ?? [])
            .Where(i => CrossrefRecords.Titles(i).Any(t => TitleLikeness.IsSame(key, ReferenceWords.Key(t))))
            .Select(CrossrefRecords.Read)
            .FirstOrDefault();
    }
}
