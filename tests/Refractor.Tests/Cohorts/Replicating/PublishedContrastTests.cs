using Refractor.Cohorts.Replicating;
using Refractor.Knowledge;

namespace Refractor.Tests.Cohorts.Replicating;

public class PublishedContrastTests
{
    private static readonly PublishedContrast Contrast = new(RealKnowledge.Lexicon);

    // The three findings of the knowledge that compare therapies although their design is not recorded.
    [Theory]
    [InlineData("dembinski2020-1")]
    [InlineData("zhangl2022-2")]
    [InlineData("hamypetit2015-2")]
    public void A_contrast_between_therapies_is_read_from_its_words(string id) =>
        Contrast.IsBetweenTherapies(RealKnowledge.Pack.FindItem(id)!).ShouldBeTrue();

    [Fact]
    public void Findings_in_the_treated_alone_compare_carriers_with_others() =>
        RealKnowledge
            .Pack.Items.Where(i =>
                i is { Relation: Relation.Predictive, PredictiveDesign: PredictiveDesign.TreatedOnly, IsClinical: true }
            )
            .Where(Contrast.IsBetweenTherapies)
            .Select(i => i.Id)
            .ShouldBeEmpty();
}
