using Refractor.Benchmarks.Answers;
using Refractor.Knowledge;

if (args is ["answers", .. var files])
{
    foreach (var file in files.Where(f => f != "--failures"))
        AnswerBenchmark.Print(AnswerBenchmark.Run(file, EmbeddedKnowledge.Open()), files.Contains("--failures"), Console.Out);
    return 0;
}
Console.Error.WriteLine("usage: answers <questions.yaml> [--failures]");
return 2;
