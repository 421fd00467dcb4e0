using System.Diagnostics;
using System.Globalization;
using Refractor.Answers;
using Refractor.Knowledge;
using Refractor.Knowledge.Packing;

namespace Refractor.Benchmarks.Scale;

/// <summary>Load time, warm answers and memory on a large synthetic pack.</summary>
public static class ScaleBenchmark
{
    private const int Repeats = 15;

    /// <summary>The runtime compiles a method anew when it was called 30 times; before that an engine is not warm.</summary>
    private const int WarmUps = 10;

    private static readonly string[] Questions =
    [
        "Is ABCB1 expression linked to response to anthracyclines?",
        "What predicts radiotherapy resistance in TNBC?",
        "Which miRNAs are associated with resistance to docetaxel?",
        "Is TP53 mutation good or bad for anthracyclines?",
        "Which gene mutations, protein expression and RNA levels are associated with resistance to chemotherapy and radiotherapy in breast cancer?",
    ];

    public static void Run(int items, TextWriter target)
    {
        var file = Path.Combine(
            Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"refractor-synthetic-{items}.refpack")
        );
        Write(items, file);
        var clock = Stopwatch.StartNew();
        var bytes = File.ReadAllBytes(file);
        var pack = PackReader.Read(bytes);
        target.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"load {items:#,0} items ({bytes.Length / 1e6:0} MB): {clock.Elapsed.TotalSeconds:0.00} s"
            )
        );
        File.Delete(file);
        clock.Restart();
        var engine = new AnswerEngine(pack);
        foreach (var question in Questions)
            engine.Ask(question);
        target.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"first answers, {Questions.Length} questions: {clock.Elapsed.TotalMilliseconds:0} ms"
            )
        );
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var question in Questions)
                engine.Ask(question);
        }
        foreach (var question in Questions)
        {
            var warm = Timing.Of(Repeats, () => engine.Ask(question));
            target.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"warm {warm.Median:0.0} ms (least {warm.Least:0.0}, most {warm.Most:0.0})  {question}"
                )
            );
        }
        using var process = Process.GetCurrentProcess();
        target.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"peak memory {process.PeakWorkingSet64 / 1e6:#,0} MB, managed now {GC.GetTotalMemory(true) / 1e6:#,0} MB"
            )
        );
    }

    /// <summary>Makes the pack in a method of its own, so that it can be collected before the load is measured.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Write(int items, string file)
    {
        var synthetic = SyntheticKnowledge.Make(EmbeddedKnowledge.Open(), items, seed: 20261121);
        using var stream = File.Create(file);
        PackWriter.Write(synthetic, stream);
    }
}
