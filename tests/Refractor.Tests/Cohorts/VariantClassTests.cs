using Refractor.Cohorts;

namespace Refractor.Tests.Cohorts;

public class VariantClassTests
{
    [Theory]
    [InlineData("Silent", true, false)]
    [InlineData("Missense_Mutation", true, true)]
    [InlineData("synonymous_variant", true, false)]
    [InlineData("intron_variant,non_coding_transcript_variant", true, false)]
    [InlineData("splice_region_variant&intron_variant", true, true)]
    [InlineData("something_new", false, true)]
    public void The_most_severe_consequence_counts_and_what_is_not_known_counts_as_a_change(
        string word,
        bool known,
        bool changes
    )
    {
        VariantClass.IsKnown(word).ShouldBe(known);
        VariantClass.ChangesProtein(word).ShouldBe(changes);
    }
}
