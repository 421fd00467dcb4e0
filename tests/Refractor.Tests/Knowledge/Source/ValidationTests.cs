using Refractor.Knowledge;
using Refractor.Knowledge.Source;

namespace Refractor.Tests.Knowledge.Source;

public class ValidationTests
{
    public static TheoryData<string> Cases => [.. ValidationCases.All.Keys];

    [Fact]
    public void The_undamaged_file_has_no_problem()
    {
        var reading = SmallKnowledge.Read(SmallKnowledge.Evidence, SmallKnowledge.Other);
        reading.Problems.ShouldBeEmpty();
        reading.Files.ShouldBe(2);
        reading.Loaded.ShouldBe(3);
        reading.Rejected.ShouldBe(0);
        var item = reading.Pack.ShouldNotBeNull().FindItem("post2018-1").ShouldNotBeNull();
        item.Feature.Name.ShouldBe("ABCB1");
        item.FeatureName.ShouldBe("MDR1");
        item.Result.Interval.ShouldBe(new Interval(0.3, 0.8, 95));
        item.Result.P.ShouldBe(new PValue(0.01, "="));
        item.Events.ShouldBe(30);
        item.Paper.Key.ShouldBe("post2018-abcb1");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_fault_is_reported_with_its_place_and_what_was_found_and_expected(string name)
    {
        var fault = ValidationCases.All[name];
        var reading = SmallKnowledge.Read(SmallKnowledge.Damaged(fault.From, fault.To), SmallKnowledge.Other);

        var problem = reading.Problems.FirstOrDefault(p => p.Rule == fault.Rule);
        problem.ShouldNotBeNull($"only: {string.Join(" | ", reading.Problems)}");
        problem.File.ShouldBe(SmallKnowledge.File);
        problem.Line.ShouldBe(fault.Line);
        problem.Severity.ShouldBe(Severity.Error);
        problem.Found.ShouldContain(fault.Found, Case.Sensitive);
        problem.Expected.ShouldContain(fault.Expected, Case.Sensitive);
        problem.ToString().ShouldStartWith($"{SmallKnowledge.File}({fault.Line}): error: {fault.Rule}: found ");
        reading.Problems.ShouldAllBe(p => p.File == SmallKnowledge.File);
        OnlyTheOtherFileIsLoaded(reading);
        (reading.Loaded + reading.Rejected).ShouldBe(3);
    }

    [Fact]
    public void An_evidence_list_without_items_is_reported()
    {
        var paper = SmallKnowledge.Evidence[..SmallKnowledge.Evidence.IndexOf("evidence:", StringComparison.Ordinal)];
        var reading = SmallKnowledge.Read(paper + "evidence: []\n", SmallKnowledge.Other);
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.Rule, problem.Line, problem.Found).ShouldBe(("evidence", 7, "no item"));
        problem.Expected.ShouldContain("at least one");
        OnlyTheOtherFileIsLoaded(reading);
    }

    [Fact]
    public void All_faults_of_all_files_are_reported_at_once_in_order_of_place()
    {
        var first = SmallKnowledge
            .Evidence.Replace("state: high", "state: tall", StringComparison.Ordinal)
            .Replace("[docetaxel]", "[nothing]", StringComparison.Ordinal)
            .Replace("rate: 0.17", "rate: 17", StringComparison.Ordinal);
        var second = SmallKnowledge.Other.Replace("87654321", "x", StringComparison.Ordinal);
        var reading = SmallKnowledge.Read(first, second);
        reading.Problems.Select(p => p.Rule).ShouldBe(["state", "therapy", "rate", "pmid"]);
        reading.Problems.Select(p => p.Line).ShouldBe([11, 14, 26, 3]);
        (reading.Files, reading.Loaded, reading.Rejected).ShouldBe((2, 0, 3));
        reading.Pack.ShouldNotBeNull().Papers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0.05", 0.05, "=")]
    [InlineData("\"<0.001\"", 0.001, "<")]
    [InlineData("\"<= 0.05\"", 0.05, "<=")]
    [InlineData("\">0.1\"", 0.1, ">")]
    [InlineData("1e-9", 1e-9, "=")]
    [InlineData("0", 0, "=")]
    [InlineData("1", 1, "=")]
    public void A_p_value_may_be_exact_or_a_bound(string written, double value, string relation)
    {
        var reading = SmallKnowledge.Read(SmallKnowledge.Damaged("\"0.01\"", written));
        reading.Problems.ShouldBeEmpty();
        reading.Pack!.Items[0].Result.P.ShouldBe(new PValue(value, relation));
    }

    [Fact]
    public void Journal_volume_and_pages_identify_a_paper_without_numbers()
    {
        const string identifiers = "doi: 10.1000/first\n  pmid: \"12345678\"";
        SmallKnowledge
            .Read(SmallKnowledge.Damaged(identifiers, "journal: J\n  volume: 1(2)\n  pages: 3-4"))
            .HasErrors.ShouldBeFalse();
        SmallKnowledge.Read(SmallKnowledge.Damaged(identifiers, "journal: J\n  volume: 1(2)")).HasErrors.ShouldBeTrue();
    }

    internal static void OnlyTheOtherFileIsLoaded(SourceReading reading)
    {
        reading.Loaded.ShouldBe(2);
        reading.Pack.ShouldNotBeNull().Papers.ShouldHaveSingleItem().Doi.ShouldBe("10.1000/second");
        reading.Pack.Items.Select(i => i.Id).ShouldBe(["miller2020-1", "miller2020-2"]);
    }
}
