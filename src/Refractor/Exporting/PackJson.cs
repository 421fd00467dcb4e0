using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>
/// The whole pack as JSON: version, digest, and for each paper its key with <c>paper</c> and <c>evidence</c> as an
/// evidence file holds them.
/// </summary>
/// <remarks>
/// Field names and words are those of the evidence schema, so that an object of <c>papers</c> without its key is an
/// evidence file again. A therapy stands under its controlled name, a feature under the name that the source gives.
/// </remarks>
internal static class PackJson
{
    public static void Write(KnowledgePack pack, TextWriter target)
    {
        var itemsOf = pack.Items.ToLookup(i => i.Paper);
        using var json = new JsonText(target);
        json.Writer.WriteStartObject();
        json.Text("version", pack.Version);
        json.Text("digest", pack.Digest);
        json.Writer.WriteStartArray("papers");
        foreach (var paper in pack.Papers)
        {
            json.Writer.WriteStartObject();
            json.Text("key", paper.Key);
            WritePaper(json, paper);
            json.Writer.WriteStartArray("evidence");
            foreach (var item in itemsOf[paper])
                ItemJson.Write(json, item);
            json.Writer.WriteEndArray();
            json.Writer.WriteEndObject();
            json.FlushIfLarge();
        }
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
        json.End();
    }

    private static void WritePaper(JsonText json, Paper paper)
    {
        json.Writer.WriteStartObject("paper");
        json.Text("doi", paper.Doi);
        json.Text("pmid", paper.Pmid);
        json.Text("pmcid", paper.Pmcid);
        json.Text("title", paper.Title);
        json.Text("first_author", paper.FirstAuthor);
        json.Text("journal", paper.Journal);
        json.Text("volume", paper.Volume);
        json.Text("pages", paper.Pages);
        json.Integer("year", paper.Year);
        json.Text("kind", Terms.PaperKinds.NameOf(paper.Kind));
        json.Texts("trial_ids", paper.TrialIds);
        if (paper.Retracted)
            json.Writer.WriteBoolean("retracted", true);
        json.Writer.WriteEndObject();
    }
}
