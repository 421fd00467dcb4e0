using Refractor.Knowledge;
using Refractor.Knowledge.Source;

namespace Refractor.Tests.Knowledge.Source;

public class EvidenceFileWriterTests
{
    [Fact]
    public void All_evidence_reads_back_as_it_was_written()
    {
        var written = RealKnowledge
            .Pack.Items.GroupBy(i => i.Paper)
            .Select(g => new SourceText($"evidence/{g.Key.Key}.yaml", EvidenceFileWriter.Of([.. g])))
            .ToList();
        var vocabulary = Directory
            .EnumerateFiles(Path.Combine(Repository.KnowledgeFolder, "vocabulary"), "*.yaml")
            .ToDictionary(
                f => Path.GetFileName(f)!,
                f => new SourceText(Path.GetFileName(f)!, File.ReadAllText(f)),
                StringComparer.Ordinal
            );
        var reading = KnowledgeSource.Read(RealKnowledge.Pack.Version, vocabulary, written);
        reading.Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        reading.Loaded.ShouldBe(RealKnowledge.Pack.Items.Count);
        var diff = PackDiff.Of(RealKnowledge.Pack, reading.Pack!);
        diff.Items.IsEmpty.ShouldBeTrue();
        diff.Papers.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Items_of_two_sources_are_no_file() =>
        Should.Throw<ArgumentException>(() =>
            EvidenceFileWriter.Of([RealKnowledge.Pack.Items[0], RealKnowledge.Pack.Items[^1]])
        );
}
