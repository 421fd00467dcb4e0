using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Tests.Cohorts.Tables;

public class ArffReaderTests
{
    private const string Head = """
        % a trial
        @RELATION trial

        @attribute 'hor Th' {'no','yes'}
        @attribute age NUMERIC
        @attribute note string
        @data

        """;

    [Fact]
    public void Attributes_are_columns_and_a_question_mark_is_missing()
    {
        var table = Read(Head + "'yes',51,'a, b'\n% between\nno , ?, \"it\\'s\"\n\n");
        table.Comments.ShouldBe(["a trial"]);
        table.Columns.ShouldBe(["hor Th", "age", "note"]);
        table.Rows.Select(r => string.Join('|', r)).ShouldBe(["yes|51|a, b", "no||it's"]);
        table.Lines.ShouldBe([8, 10]);
        table.RowsRejected.ShouldBe(0);
    }

    [Theory]
    [InlineData("maybe,51,x\n", "t.arff(8): error: value: found 'maybe' for attribute hor Th; expected one of no, yes")]
    [InlineData("yes,old,x\n", "t.arff(8): error: value: found 'old' for attribute age; expected a number")]
    [InlineData("yes,51\n", "t.arff(8): error: cells: found 2 values; expected 3, as many as there are attributes")]
    public void A_row_that_its_attributes_do_not_admit_is_left_out_and_named(string rows, string problem)
    {
        var table = Read(Head + rows + "no,60,y\n");
        table.Rows.ShouldHaveSingleItem()[0].ShouldBe("no");
        table.RowsRejected.ShouldBe(1);
        table.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith(problem);
    }

    [Theory]
    [InlineData(Head + "{0 yes, 1 50}\n", "t.arff(8): error: arff: found a sparse row; expected rows with one value")]
    [InlineData("@relation t\n@attribute a\n@data\n1\n", "t.arff(2): error: arff: found '@attribute a'")]
    [InlineData("@relation t\n@attribute a relational\n@data\n", "t.arff(2): error: arff: found '@attribute a rel")]
    [InlineData(
        "@relation t\n@attribute a real\n@attribute a real\n",
        "t.arff(3): error: arff: found a second attribute"
    )]
    [InlineData("@relation t\n@attribute a real\n", "t.arff: error: arff: found no line '@data'")]
    [InlineData("@relation t\n@data\n1\n", "t.arff: error: arff: found no '@attribute' before '@data'")]
    [InlineData("@relation t\nage real\n@data\n", "t.arff(2): error: arff: found 'age real' among the declarations")]
    public void What_cannot_be_read_is_refused_with_its_line(string text, string message) =>
        Should.Throw<DataFileException>(() => Read(text)).Message.ShouldStartWith(message);

    private static TextTable Read(string text) => TextTableReader.Parse(text, "t.arff");
}
