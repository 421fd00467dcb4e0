using Refractor.Benchmarks.Audit.Labels;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit;

/// <summary>The commands that measure the audit.</summary>
internal static class AuditCommands
{
    /// <summary>Runs the command of that name; null when it is none of these or its arguments are wrong.</summary>
    public static int? Run(string[] args)
    {
        switch (args)
        {
            case ["audit"] or ["audit", "--failures"]:
                var pack = EmbeddedKnowledge.Open();
                AuditBenchmark.Print(
                    AuditBenchmark.Run(pack, SeededTexts.Generate(pack)),
                    args.Length > 1,
                    Console.Out
                );
                return 0;
            case ["audit", "--write", var folder]:
                GoldFile.Write(folder, SeededTexts.Generate(EmbeddedKnowledge.Open()));
                return 0;
            case ["audit-labels", var folder] when !folder.StartsWith('-'):
                LabelBenchmark.Run(folder, EmbeddedKnowledge.Open(), false, Console.Out);
                return 0;
            case ["audit-labels", var folder, "--failures"]:
                LabelBenchmark.Run(folder, EmbeddedKnowledge.Open(), true, Console.Out);
                return 0;
            case ["audit-speed"]:
                AuditSpeed.Run(Console.Out);
                return 0;
            default:
                return null;
        }
    }
}
