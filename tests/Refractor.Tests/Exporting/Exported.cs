using Refractor.Exporting;
using Refractor.Knowledge;
using Refractor.Tests.Knowledge;

namespace Refractor.Tests.Exporting;

/// <summary>Exports to text.</summary>
internal static class Exported
{
    public static string Text(KnowledgePack pack, ExportFormat format)
    {
        using var text = new StringWriter();
        KnowledgeExporter.Write(pack, format, text);
        return text.ToString();
    }

    /// <summary>One paper, given as YAML flow mapping, in the format.</summary>
    public static string Paper(string paper, ExportFormat format, string key = "burger2003-mdr1") =>
        Text(TwoPaperKnowledge.Of(TwoPaperKnowledge.Paper(key, paper)), format);
}
