using System.Globalization;
using Refractor.Benchmarks.Answers;
using Refractor.Benchmarks.Audit;
using Refractor.Benchmarks.Scale;
using Refractor.Benchmarks.Speed;
using Refractor.Knowledge;

if (args is ["answers", .. var files])
{
    foreach (var file in files.Where(f => f != "--failures"))
        AnswerBenchmark.Print(
            AnswerBenchmark.Run(file, EmbeddedKnowledge.Open()),
            files.Contains("--failures"),
            Console.Out
        );
    return 0;
}
if (args is ["scale", .. var size])
{
    ScaleBenchmark.Run(size.Length > 0 ? int.Parse(size[0], CultureInfo.InvariantCulture) : 1_000_000, Console.Out);
    return 0;
}
if (args is ["speed"])
{
    SpeedBenchmark.Run(Console.Out);
    return 0;
}
if (AuditCommands.Run(args) is { } code)
    return code;
Console.Error.WriteLine(
    "usage: answers <questions.yaml> [--failures] | speed | scale [items] | audit [--failures | --write <folder>] | audit-labels <folder> [--failures] | audit-speed"
);
return 2;
