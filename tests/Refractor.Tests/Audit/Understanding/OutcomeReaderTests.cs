using Refractor.Audit.Understanding;

namespace Refractor.Tests.Audit.Understanding;

/// <summary>The phrases that tell what a feature goes with.</summary>
public class OutcomeReaderTests
{
    [Theory]
    [InlineData("was associated with resistance", "Worse")]
    [InlineData("went with shorter event-free survival", "Worse")]
    [InlineData("went with longer event-free survival", "Better")]
    [InlineData("relapsed more often", "Worse")]
    [InlineData("pCR rates were lower", "Worse")]
    [InlineData("lowers the chance of pCR", "Worse")]
    [InlineData("made pCR less likely", "Worse")]
    [InlineData("no tumour with the marker reached pCR", "Worse")]
    [InlineData("do not respond", "Worse")]
    [InlineData("reduced the risk of relapse", "Better")]
    [InlineData("restored sensitivity", "Better")]
    [InlineData("overcame the resistance", "Better")]
    [InlineData("had less than half the hazard of relapse", "Better")]
    [InlineData("was not associated with pCR", "None")]
    [InlineData("had no bearing on outcome", "None")]
    [InlineData("showed no significant interaction", "None")]
    [InlineData("made no difference to survival", "None")]
    [InlineData("was just as informative", "Same")]
    [InlineData("was associated with pCR", "Measured")]
    [InlineData("without a label are not scored", "")]
    [InlineData("in chemoresistant cell lines", "")]
    public void A_phrase_tells_its_outcome(string text, string outcome)
    {
        var phrases = OutcomeReader.Read(text).Where(p => p.Outcome != Outcome.Description).ToList();
        var told = phrases.FindAll(p => !p.IsPlain && p.Outcome != Outcome.Measured);
        string.Join(",", (told.Count > 0 ? told : phrases).Select(p => p.Outcome).Distinct()).ShouldBe(outcome);
    }
}
