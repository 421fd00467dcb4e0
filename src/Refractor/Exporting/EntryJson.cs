using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>One item as JSON in the fields of the evidence schema, as in the export of the whole pack.</summary>
public static class EntryJson
{
    /// <summary>Writes the items of one paper, each as an object of the evidence schema, below the paper's key.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="items">Items of it, at least one.</param>
    /// <param name="target">Receives the text.</param>
    public static void Write(Paper paper, IReadOnlyList<EvidenceItem> items, TextWriter target)
    {
        using var json = new JsonText(target);
        json.Writer.WriteStartObject();
        json.Text("key", paper.Key);
        json.Writer.WriteStartObject("paper");
        foreach (var (name, value) in EntryFields.Of(paper))
            json.Text(name, value);
        json.Writer.WriteEndObject();
        json.Writer.WriteStartArray("evidence");
        foreach (var item in items)
            ItemJson.Write(json, item);
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
        json.End();
    }
}
