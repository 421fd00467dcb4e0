using System.Globalization;
using Refractor.Audit;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit;

/// <summary>Time and memory of a warm audit of 1 MB of text.</summary>
public static class AuditSpeed
{
    private const int Characters = 1_000_000;
    private const int Repeats = 5;

    public static void Run(TextWriter target)
    {
        var pack = EmbeddedKnowledge.Open();
        var texts = new[] { new AuditText("long.md", SeededTexts.Long(pack, Characters).Text) };
        var engine = new AuditEngine(pack);
        var report = engine.Audit(texts);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var timing = Timing.Of(Repeats, () => report = engine.Audit(texts));
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / Repeats;
        target.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit of {texts[0].Text.Length:#,0} characters, {report.Files[0].Statements.Count:#,0} statements: median {timing.Median:0} ms (least {timing.Least:0}, most {timing.Most:0})"
            )
        );
        target.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"allocated per audit {allocated / 1048576.0:0} MiB; working set {Environment.WorkingSet / 1048576.0:0} MiB"
            )
        );
    }
}
