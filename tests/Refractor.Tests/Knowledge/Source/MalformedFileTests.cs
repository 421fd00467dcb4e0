using System.Diagnostics;

namespace Refractor.Tests.Knowledge.Source;

/// <summary>Files that are not even the right kind of text.</summary>
public class MalformedFileTests
{
    private const string Valid = SmallKnowledge.Evidence;

    [Theory]
    [InlineData("duplicate key", "  state: high", "  state: high\n  state: low", 12)]
    [InlineData("duplicate key in braces", "type: gene", "type: gene, type: mirna", 9)]
    [InlineData("tab as indentation", "  level:", "\tlevel:", 9)]
    [InlineData("open bracket", "[docetaxel]", "[docetaxel", 14)]
    [InlineData("open quote", "\"12345678\"", "\"12345678", null)]
    [InlineData("stray colon", "title: A title", "title: A title: part two", 4)]
    [InlineData("stray text", "  endpoint: pCR", "  endpoint: pCR\n nonsense", null)]
    public void Broken_YAML_is_reported_with_its_line(string what, string from, string to, int? line)
    {
        var reading = SmallKnowledge.Read(SmallKnowledge.Damaged(from, to), SmallKnowledge.Other);
        var problem = reading.Problems.ShouldHaveSingleItem(what);
        (problem.File, problem.Rule).ShouldBe((SmallKnowledge.File, "yaml"));
        problem.Line.ShouldNotBeNull(what);
        if (line is not null)
            problem.Line.ShouldBe(line);
        problem.Found.ShouldNotBeNullOrWhiteSpace();
        problem.Expected.ShouldBe("well-formed YAML");
        ValidationTests.OnlyTheOtherFileIsLoaded(reading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("just text")]
    [InlineData("- a\n- b\n")]
    [InlineData("---\na: 1\n---\nb: 2\n")]
    public void A_file_that_is_not_one_mapping_is_reported(string text)
    {
        var reading = SmallKnowledge.Read(text, SmallKnowledge.Other);
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Rule, problem.Expected).ShouldBe((SmallKnowledge.File, "yaml", "one mapping"));
        ValidationTests.OnlyTheOtherFileIsLoaded(reading);
    }

    [Fact]
    public void Two_documents_in_one_file_are_reported()
    {
        var reading = SmallKnowledge.Read(Valid + "---\n" + SmallKnowledge.Other);
        var problem = reading.Problems.ShouldHaveSingleItem();
        problem.Found.ShouldContain("2 documents");
        reading.Loaded.ShouldBe(0);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("[", "")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Deep_nesting_is_refused(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));
        var reading = SmallKnowledge.Read("paper: \n  " + deep + "\n", SmallKnowledge.Other);
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Rule).ShouldBe((SmallKnowledge.File, "nesting"));
        problem.Expected.ShouldContain("100");
        ValidationTests.OnlyTheOtherFileIsLoaded(reading);
    }

    [Fact]
    public void Deep_nesting_by_indentation_is_refused()
    {
        var deep = string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "a:\n"));
        var problem = SmallKnowledge.Read(deep).Problems.ShouldHaveSingleItem();
        problem.Rule.ShouldBe("nesting");
    }

    [Fact]
    public void Brackets_within_texts_are_no_nesting()
    {
        var note = "  note: \"" + string.Concat(Enumerable.Repeat("[see {", 100)) + "\"\n";
        SmallKnowledge.Read(Valid + note).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_of_five_megabytes_is_refused()
    {
        var reading = SmallKnowledge.Read(Valid + "# " + new string('x', 5_000_000) + "\n", SmallKnowledge.Other);
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Rule).ShouldBe((SmallKnowledge.File, "size"));
        problem.Found.ShouldContain("characters");
        problem.Expected.ShouldContain("4,000,000");
        ValidationTests.OnlyTheOtherFileIsLoaded(reading);
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\u0001')]
    [InlineData('\u001b')]
    [InlineData('\ufffd')]
    public void A_character_that_no_text_holds_is_reported_and_cuts_nothing_off(char c)
    {
        var text = SmallKnowledge.Other.Replace(
            "- id: miller2020-2",
            c + "\n- id: miller2020-2",
            StringComparison.Ordinal
        );
        var reading = SmallKnowledge.Read(text);
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Rule, problem.Line).ShouldBe((SmallKnowledge.File, "character", 28));
        problem.Found.ShouldContain($"U+{(int)c:X4}");
        reading.Loaded.ShouldBe(0);
    }

    [Fact]
    public void A_null_character_within_a_value_is_reported() =>
        SmallKnowledge
            .Read(SmallKnowledge.Damaged("A title", "A \0title"))
            .Problems.ShouldHaveSingleItem()
            .Line.ShouldBe(4);

    [Theory]
    [InlineData("title: &t A title\n  journal: *t")]
    [InlineData("title: *nowhere")]
    public void Anchors_and_aliases_are_refused(string title)
    {
        var reading = SmallKnowledge.Read(SmallKnowledge.Damaged("title: A title", title));
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.Rule, problem.Line).ShouldBe(("anchor", 4));
    }

    [Theory]
    [InlineData("a: &a [*a]\n")]
    [InlineData("? &a [*a]\n: b\n")]
    [InlineData("&a {*a : b}\n")]
    public void A_value_that_holds_itself_is_refused(string text) =>
        SmallKnowledge.Read(text).Problems.ShouldNotBeEmpty();

    [Fact]
    public void Aliases_that_double_at_each_step_take_no_time()
    {
        var steps = Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} {{? [*a{i - 1}, *a{i - 1}] : x}}\n");
        var watch = Stopwatch.StartNew();
        SmallKnowledge.Read("a0: &a0 [x]\n" + string.Concat(steps)).Problems.ShouldNotBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Line_ends_of_either_kind_are_read(string lineEnd) =>
        SmallKnowledge.Read(Valid.ReplaceLineEndings(lineEnd)).Problems.ShouldBeEmpty();
}
