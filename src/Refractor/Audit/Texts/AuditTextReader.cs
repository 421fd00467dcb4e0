namespace Refractor.Audit.Texts;

/// <summary>Takes apart a text that was written to be read: Markdown, plain text, or text broken by copying from a PDF.</summary>
public static class AuditTextReader
{
    /// <summary>Reads statements, citations and references. Any text can be read; no words are lost.</summary>
    /// <param name="text">The text, of any length and content; the time taken grows with the length.</param>
    /// <returns>Statements and references that do not overlap, in text order.</returns>
    public static ReadText Read(AuditText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var original = text.Text;
        var lines = new TextLines(original);
        var placed = new Placed(original);
        var section = ReferenceSection.Find(original, GluedLines.Cut(original, lines.All), lines, placed);
        var marks = new MarkReader(original, new ReferenceIndex(section.References));
        var writer = new StatementWriter(original, lines, marks, placed);
        foreach (var stretch in section.Prose)
        {
            var blocks = BlockReader.Read(original, stretch, placed);
            for (var i = 0; i < blocks.Count; i++)
                writer.Add(blocks[i], isLast: i == blocks.Count - 1);
        }
        writer.AddLoose(placed.Loose());
        return new(text.Path, original, writer.Statements, section.References);
    }
}
