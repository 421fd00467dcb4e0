using Refractor.Overviews;

namespace Refractor.Tests.Checking;

/// <summary>Writer and checker speak the same language over the whole pack, not only over the questions that were asked.</summary>
public class EveryFindingTests
{
    [Fact]
    public void Every_finding_of_the_pack_can_be_told_in_a_sentence_that_passes()
    {
        var silent = new List<string>();
        foreach (var feature in RealKnowledge.Lexicon.Features)
        {
            var claims = MarkerView.Of(RealKnowledge.Pack, feature).Associations.SelectMany(a => a.Claims);
            silent.AddRange(claims.Where(c => c.Text is null).SelectMany(c => c.Items).Select(i => i.Id));
        }
        silent.Distinct().ShouldBeEmpty();
    }
}
