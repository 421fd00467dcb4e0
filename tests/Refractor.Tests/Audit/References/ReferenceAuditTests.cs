using Refractor.Audit;
using Refractor.Audit.References;
using Refractor.Audit.References.Online;
using Refractor.Tests.Audit.References.Online;

namespace Refractor.Tests.Audit.References;

public sealed class ReferenceAuditTests : IDisposable
{
    private readonly FakeIndex _index = new();

    public void Dispose() => _index.Dispose();

    private static Task<ReferenceReport> CheckAsync(string text, ReferenceService? online = null) =>
        new ReferenceAudit(RealKnowledge.Pack).CheckAsync(
            [new AuditText("a.md", text)],
            online,
            TestContext.Current.CancellationToken
        );

    [Fact]
    public async Task Problems_of_entries_and_citations_come_in_text_order()
    {
        var report = await CheckAsync(SampleReferences.Faulty);
        report
            .Problems.Select(p => p.Rule)
            .ShouldBe(["cited-not-listed", "doi-syntax", "listed-not-cited", "numbering-gap"]);
        (report.Count(ReferenceSeverity.Error), report.Count(ReferenceSeverity.Warning)).ShouldBe((2, 1));
        report.IsOnline.ShouldBeFalse();
    }

    [Fact]
    public async Task A_problem_has_the_place_of_its_entry_or_citation()
    {
        var text = SampleReferences.Faulty;
        var file = (await CheckAsync(text)).Files[0];
        foreach (var problem in file.Problems)
        {
            var line = text.Split('\n')[problem.Line - 1];
            line[(problem.Column - 1)..].ShouldStartWith(text.Substring(problem.Start, problem.Length).Split('\n')[0]);
        }
        text.Substring(file.Problems[0].Start, file.Problems[0].Length).ShouldContain("7");
    }

    [Fact]
    public async Task The_papers_of_the_entries_are_told()
    {
        var file = (await CheckAsync(SampleReferences.Faulty)).Files[0];
        file.References.Count.ShouldBe(4);
        file.References[0].Paper.ShouldNotBeNull().FirstAuthor.ShouldBe("Hoogstraat M");
    }

    [Fact]
    public async Task What_an_index_says_is_added()
    {
        _index.Work(SampleReferences.Retracted, SampleReferences.RetractedWork);
        using var service = new ReferenceService(
            new ReferenceServiceOptions
            {
                CrossrefAddress = _index.Address,
                EuropePmcAddress = _index.Address,
                RequestsPerSecond = 1000,
            }
        );
        (await CheckAsync(SampleReferences.Subtle)).Problems.ShouldBeEmpty();
        var report = await CheckAsync(SampleReferences.Subtle, service);
        report.Problems.Select(p => p.Rule).ShouldBe(["online-retracted", "online-doi-unknown"]);
        report.IsOnline.ShouldBeTrue();
    }
}
