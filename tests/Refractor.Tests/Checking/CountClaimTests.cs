using Refractor.Answers;
using Refractor.Checking;

namespace Refractor.Tests.Checking;

public class CountClaimTests
{
    private static readonly AnswerChecker Checker = new(RealKnowledge.Pack);
    private static readonly Lazy<Claim> Count = new(() =>
        new AnswerEngine(RealKnowledge.Pack).Ask("How many papers are about ABCB1 and doxorubicin?").Sections[0].Claims[
            0
        ]
    );

    [Theory]
    [InlineData("1 evidence items prove that low ABCB1 cures breast cancer [1].")]
    [InlineData("1 evidence items on ABCB1, which proves that it cures [1].")]
    [InlineData("2 evidence items on ABCB1 (from 1 papers) [1].")]
    [InlineData("1 papers on TP53 (1 evidence items) [1].")]
    [InlineData("1 evidence items on ABCB1, under radiotherapy (from 1 papers) [1].")]
    [InlineData("1 evidence items on ABCB1, with the effect sensitivity (from 1 papers) [1].")]
    [InlineData("1 evidence items on ABCB1, in triple-negative disease (from 1 papers) [1].")]
    [InlineData("1 evidence items on ABCB1 (from 1 papers); counted were: ABCC1 [1].")]
    public void A_count_that_says_more_than_a_count_or_another_is_refused(string text) =>
        Checker.Check(text, ["burger2003-2"]).ShouldNotBeNull();

    [Fact]
    public void A_count_as_written_is_accepted() =>
        Checker.Check(Count.Value.Text, Count.Value.Evidence).ShouldBeNull();

    [Fact]
    public void A_count_with_an_item_less_is_refused() =>
        Checker.Check(Count.Value.Text, [.. Count.Value.Evidence.Skip(1)]).ShouldNotBeNull();
}
