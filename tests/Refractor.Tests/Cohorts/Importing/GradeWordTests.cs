using Refractor.Cohorts.Importing;

namespace Refractor.Tests.Cohorts.Importing;

public class GradeWordTests
{
    [Theory]
    [InlineData("2", 2)]
    [InlineData("G3", 3)]
    [InlineData("II", 2)]
    [InlineData("Grade 1", 1)]
    [InlineData("Grade III", 3)]
    [InlineData("poorly differentiated", 3)]
    public void Grades_are_read_as_tables_write_them(string word, double grade)
    {
        GradeWord.TryRead(word, out var read).ShouldBeTrue();
        read.ShouldBe(grade);
    }

    [Theory]
    [InlineData("unkown")]
    [InlineData("GX")]
    public void A_word_for_no_grade_is_not_guessed(string word) => GradeWord.TryRead(word, out _).ShouldBeFalse();
}
