using System.Diagnostics;
using System.Globalization;
using Refractor.Answers;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Speed;

/// <summary>Time to open the knowledge, first answer, and warm answers to real questions on the real pack, in process.</summary>
public static class SpeedBenchmark
{
    /// <summary>Enough runs for the methods to be compiled in full before the counted ones.</summary>
    private const int WarmUp = 60;

    private const int Repeats = 101;

    private static readonly string[] Questions =
    [
        "Is ABCB1 expression linked to response to anthracyclines?",
        "What predicts radiotherapy resistance in TNBC?",
        "Which miRNAs are associated with resistance to docetaxel?",
        "Is TP53 mutation good or bad for anthracyclines?",
        "Do ESR1 mutations confer resistance to aromatase inhibitors?",
        "Why do tumours with low MAPT respond to paclitaxel?",
        "Which features of resistance do trastuzumab and lapatinib share?",
        "Rank the markers of response to CDK4/6 inhibitors by clinical utility.",
        "What changes in the tumour after neoadjuvant chemotherapy?",
        "Where do the sources disagree about PIK3CA and trastuzumab?",
        "How many papers report on BRCA1?",
        "Which gene mutations, protein expression and RNA levels are associated with resistance to chemotherapy and radiotherapy in breast cancer?",
    ];

    public static void Run(TextWriter target)
    {
        var clock = Stopwatch.StartNew();
        var pack = EmbeddedKnowledge.Open();
        Line(target, $"open {pack.Items.Count:#,0} items: {clock.Elapsed.TotalMilliseconds:0} ms");
        clock.Restart();
        var engine = new AnswerEngine(pack);
        engine.Ask(Questions[0]);
        Line(target, $"first answer: {clock.Elapsed.TotalMilliseconds:0} ms");
        foreach (var question in Questions)
        {
            Timing.Of(WarmUp, () => engine.Ask(question));
            var warm = Timing.Of(Repeats, () => engine.Ask(question));
            Line(target, $"warm {warm.Median:0.00} ms (least {warm.Least:0.00}, most {warm.Most:0.00})  {question}");
        }
    }

    private static void Line(TextWriter target, FormattableString text) =>
        target.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
