using System.Text.Json;
using Refractor.Exporting;
using Refractor.Tests.Knowledge;

namespace Refractor.Tests.Exporting;

public class KnowledgeExporterTests
{
    public static TheoryData<ExportFormat> Formats => [.. Enum.GetValues<ExportFormat>()];

    [Theory, MemberData(nameof(Formats))]
    public void The_same_knowledge_gives_the_same_text_with_plain_line_ends(ExportFormat format)
    {
        var text = Exported.Text(Repository.Knowledge, format);

        text.ShouldBe(Exported.Text(Repository.Knowledge, format));
        text.ShouldNotContain('\r');
        text.ShouldEndWith("\n");
    }

    [Theory, MemberData(nameof(Formats))]
    public void No_knowledge_gives_a_readable_text(ExportFormat format)
    {
        var text = Exported.Text(TwoPaperKnowledge.Of(), format);

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        switch (format)
        {
            case ExportFormat.Json:
                JsonDocument.Parse(text).RootElement.GetProperty("papers").GetArrayLength().ShouldBe(0);
                break;
            case ExportFormat.CslJson:
                JsonDocument.Parse(text).RootElement.GetArrayLength().ShouldBe(0);
                break;
            default:
                lines.Length.ShouldBe(format == ExportFormat.Tsv ? 1 : 0);
                break;
        }
    }

    [Fact]
    public void Every_format_has_a_name_that_leads_back_to_it()
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            KnowledgeExporter.Formats.TryParse(KnowledgeExporter.Formats.NameOf(format), out var found).ShouldBeTrue();
            found.ShouldBe(format);
        }
    }

    [Fact]
    public void An_unknown_format_is_the_callers_fault() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Exported.Text(Repository.Knowledge, (ExportFormat)99));
}
