using Refractor.Audit.Texts;

namespace Refractor.Audit.References.Online;

/// <summary>Europe PMC, which holds PubMed: papers by PMID, and by DOI where it has them.</summary>
internal sealed class EuropePmcSource(WebReader web, Uri address) : IReferenceSource
{
    public string Name => "Europe PMC";

    public async Task<OnlineAnswer?> FindAsync(ListedReference reference, CancellationToken cancel)
    {
        var pmid = ReferenceIdentifiers.PmidOf(reference);
        var doi = ReferenceIdentifiers.DoiOf(reference);
        if (pmid is null && doi is null)
            return null;
        var by = pmid is null ? OnlineKey.Doi : OnlineKey.Pmid;
        var query = pmid is null
            ? $"DOI:\"{doi!.Replace("\"", "", StringComparison.Ordinal)}\""
            : $"EXT_ID:{pmid} AND SRC:MED";
        var search = new Uri(address, $"search?query={Uri.EscapeDataString(query)}&format=json");
        try
        {
            var found = await web.ReadAsync(search, OnlineJson.Default.EuropePmcFound, cancel).ConfigureAwait(false);
            var records = (found?.Results?.Result ?? []).Select(Read);
            var record = records.FirstOrDefault(r => pmid is null ? r.Doi == doi : r.Pmid == pmid);
            return new OnlineAnswer(
                Name,
                record is null ? OnlineOutcome.DoesNotExist : OnlineOutcome.Exists,
                by,
                record
            );
        }
        catch (SourceUnreachableException e)
        {
            return new OnlineAnswer(Name, OnlineOutcome.NotReachable, by, null, e.Message);
        }
    }

    private static OnlineRecord Read(EuropePmcRecord paper)
    {
        var title = PlainTitle.Of(paper.Title)?.TrimEnd('.');
        var kinds = (paper.Kinds?.Kinds ?? []).Append(paper.Kind ?? "");
        return new OnlineRecord
        {
            Title = title,
            FirstAuthor = AuthorKeys.Family(paper.Authors?.Split(',')[0].Trim().TrimEnd('.')),
            Year = paper.Year,
            Doi = ReferenceIdentifiers.Doi(paper.Doi),
            Pmid = ReferenceIdentifiers.Pmid(paper.Pmid),
            Retracted =
                kinds.Any(k => k.Contains("retracted publication", StringComparison.OrdinalIgnoreCase))
                || title?.StartsWith("RETRACTED", StringComparison.Ordinal) == true,
        };
    }
}
