using Refractor.Cohorts.Mapping;

namespace Refractor.Tests.Cohorts.Mapping;

public class MeaningTests
{
    [Theory]
    [InlineData("1:DECEASED", true)]
    [InlineData("0:LIVING", false)]
    [InlineData("1:Recurred", true)]
    [InlineData("0:Not Recurred", false)]
    [InlineData("1:Something new", true)]
    [InlineData("Dead", true)]
    [InlineData("alive", false)]
    [InlineData("1", true)]
    [InlineData("0.0", false)]
    [InlineData("Died of Other Causes", null)]
    public void Words_for_events(string word, bool? expected) =>
        Meaning.OfEvent(new OutcomeRule()).Of(word).ShouldBe(expected);

    // "Positve" stands in the clinical file of METABRIC.
    [Theory]
    [InlineData("Positve", true)]
    [InlineData("+", true)]
    [InlineData("Negative", false)]
    [InlineData("-1", false)]
    [InlineData("Indeterminate", null)]
    public void Words_for_a_status(string word, bool? expected) =>
        Meaning.OfStatus(new VariableRule("er")).Of(word).ShouldBe(expected);

    [Fact]
    public void A_named_word_makes_all_others_mean_the_opposite_unless_those_are_named_too()
    {
        var arm = Meaning.OfTreatment(new TreatmentRule("arm") { Given = ["Pembrolizumab"] });
        arm.Of("Pembrolizumab").ShouldBe(true);
        arm.Of("Neratinib").ShouldBe(false);
        var both = Meaning.OfTreatment(new TreatmentRule("arm") { Given = ["A"], NotGiven = ["B"] });
        both.Of("C").ShouldBeNull();
    }
}
