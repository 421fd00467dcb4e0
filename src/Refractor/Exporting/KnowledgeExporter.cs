using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>Writes a whole knowledge pack in a format that other programs read.</summary>
/// <remarks>
/// The same pack gives the same characters on every system: order as in the pack, line ends LF, numbers with a point.
/// What is not known is left out or left empty; nothing is filled in.
/// </remarks>
public static class KnowledgeExporter
{
    /// <summary>Names of the formats as users write them: json, tsv, csl-json, bibtex, ris.</summary>
    public static TermTable<ExportFormat> Formats { get; } = new("json", "tsv", "csl-json", "bibtex", "ris");

    /// <summary>Writes the pack.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="format">Form of the output.</param>
    /// <param name="target">Receives the text; neither flushed nor closed. Files should be UTF-8.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="format"/> is not one of the formats.</exception>
    public static void Write(KnowledgePack pack, ExportFormat format, TextWriter target)
    {
        switch (format)
        {
            case ExportFormat.Json:
                PackJson.Write(pack, target);
                break;
            case ExportFormat.Tsv:
                ItemTable.Write(pack.Items, target);
                break;
            case ExportFormat.CslJson:
                CslJson.Write(pack.Papers, target);
                break;
            case ExportFormat.BibTeX:
                BibTeX.Write(pack.Papers, target);
                break;
            case ExportFormat.Ris:
                Ris.Write(pack.Papers, target);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "Not an export format.");
        }
    }
}
