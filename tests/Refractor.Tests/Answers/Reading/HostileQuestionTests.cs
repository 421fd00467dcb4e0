using FsCheck.Fluent;
using Refractor.Answers;
using Refractor.Answers.Reading;
using Refractor.Tests.Knowledge.Packing;

namespace Refractor.Tests.Answers.Reading;

/// <summary>Whatever is asked, the question is read, and read the same way each time.</summary>
public class HostileQuestionTests
{
    private static readonly QuestionReader Reader = new(RealKnowledge.Pack);
    private static readonly QuestionReader Second = new(RealKnowledge.Pack);

    [Fact]
    public void Random_text_is_read_the_same_way_twice() =>
        Prop.ForAll(HostileText.Random(QuestionReader.LongestQuestion), text => IsReadTwiceAlike(text)).Holds(50);

    [Fact]
    public void Names_and_cue_words_in_any_order_are_read_the_same_way_twice()
    {
        var lexicon = RealKnowledge.Lexicon;
        string[] pieces =
        [
            .. Cues.All.SelectMany(c => c.Texts),
            .. lexicon.Features.Where(f => f.Index % 7 == 0).SelectMany(f => f.Aliases.Prepend(f.Name)),
            .. lexicon.Therapies.Where(t => t.Index % 3 == 0).SelectMany(t => t.Aliases.Prepend(t.Label)),
            .. lexicon.Subtypes.SelectMany(s => s.Aliases.Prepend(s.Name)),
            .. lexicon.Entries.Regimens.Select(r => r.Name),
            "miR-221/222",
            "BRCA1/2",
            "miR-",
            "hsa-",
            "linc-",
            "doxorubycin",
            "XYZ-1234",
            "?",
            "+",
            "/",
            "-",
            "not",
        ];
        Prop.ForAll(HostileText.Of(pieces, QuestionReader.LongestQuestion), text => IsReadTwiceAlike(text)).Holds(100);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0\0\0")]
    [InlineData("?")]
    [InlineData("+++")]
    [InlineData("\ud800")]
    [InlineData("İstanbul ǅ ﬁ ß Σ ς")]
    public void A_question_without_content_is_out_of_scope(string text)
    {
        var question = Reader.Read(text);
        question.OutOfScope.ShouldBe(OutOfScope.OffTopic);
        question.Features.ShouldBeEmpty();
    }

    [Theory]
    [InlineData('a')]
    [InlineData(' ')]
    [InlineData('-')]
    [InlineData('7')]
    [InlineData('+')]
    [InlineData('β')]
    public void The_longest_question_is_read_quickly(char c)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Reader.Read(new string(c, QuestionReader.LongestQuestion));
        Reader.Read(string.Concat(Enumerable.Repeat($"{c}z ", QuestionReader.LongestQuestion / 3)));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_question_that_is_too_long_is_refused_with_the_limit()
    {
        var error = Should.Throw<ArgumentException>(() =>
            Reader.Read(new string('a', QuestionReader.LongestQuestion + 1))
        );
        error.ParamName.ShouldBe("text");
        error.Message.ShouldContain("4001 characters");
        error.Message.ShouldContain("at most 4000");
    }

    private static void IsReadTwiceAlike(string text)
    {
        var question = Reader.Read(text);
        FieldText.Of(Second.Read(text)).ShouldBe(FieldText.Of(question));
        question.Text.Any(char.IsControl).ShouldBeFalse();
    }
}
