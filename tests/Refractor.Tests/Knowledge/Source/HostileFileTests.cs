using FsCheck.Fluent;
using Refractor.Knowledge.Source;

namespace Refractor.Tests.Knowledge.Source;

/// <summary>Whatever stands in an evidence file, it is read or its problems are listed; nothing is thrown.</summary>
public class HostileFileTests
{
    private static readonly EvidenceFileReader Reader = new(RealKnowledge.Lexicon);

    [Fact]
    public void Random_text_is_reported_and_never_thrown() =>
        Prop.ForAll(HostileText.Random(2_000), text => ReadsOrReports(text)).Holds(2_000);

    [Fact]
    public void Random_text_below_a_paper_is_reported_and_never_thrown() =>
        Prop.ForAll(HostileText.Random(300), text => ReadsOrReports(SmallKnowledge.Evidence + text)).Holds(1_000);

    [Fact]
    public void Damaged_real_files_are_read_or_reported_and_never_thrown()
    {
        var folder = Path.Combine(Repository.KnowledgeFolder, "evidence");
        var files = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal);
        var texts = files.Where((_, i) => i % 6 == 0).Select(File.ReadAllText).ToArray();
        Prop.ForAll(HostileText.Mutated(texts), text => ReadsOrReports(text)).Holds(600);
    }

    [Fact]
    public void Damaged_vocabulary_is_read_or_reported_and_never_thrown()
    {
        foreach (var (name, whole) in SmallKnowledge.Vocabulary())
        {
            Prop.ForAll(
                    HostileText.Mutated([whole]),
                    text =>
                    {
                        var vocabulary = SmallKnowledge.Vocabulary();
                        vocabulary[name] = text;
                        var reading = SmallKnowledge.Read(vocabulary, SmallKnowledge.Evidence);
                        (reading.Pack is null).ShouldBe(reading.Problems.Any(p => p.File != SmallKnowledge.File));
                    }
                )
                .Holds(300);
        }
    }

    private static void ReadsOrReports(string text)
    {
        var problems = new ProblemList("any.yaml");
        var read = Reader.Read("any", text, problems);
        if (read is null)
            problems.All.ShouldNotBeEmpty();
        problems.All.ShouldAllBe(p => p.File == "any.yaml" && p.Found.Length > 0 && p.Expected.Length > 0);
        problems.All.ShouldAllBe(p => p.Line == null || p.Line >= 1);
        if (problems.All.Count == 0)
            read!.Items.ShouldAllBe(i => i.Item.Id.Length > 0 && i.Item.Feature.Name.Length > 0);
    }
}
