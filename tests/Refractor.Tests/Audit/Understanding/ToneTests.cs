using Refractor.Audit.Understanding;

namespace Refractor.Tests.Audit.Understanding;

/// <summary>How statements speak.</summary>
public class ToneTests
{
    [Fact]
    public void Certainty_is_heard()
    {
        Tone.Of("HRD testing reliably predicts response.").IsSettled.ShouldBeTrue();
        Tone.Of("All randomised evidence agrees.").IsSettled.ShouldBeTrue();
        Tone.Of("It is associated with resistance to certain agents.").IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void Models_and_patients_are_told_apart()
    {
        Tone.Of("In culture, knockdown restored sensitivity.").OfModels.ShouldBeTrue();
        Tone.Of("Women whose HOTAIR is silenced respond better.").OfModels.ShouldBeFalse();
        Tone.Of("Women whose HOTAIR is silenced respond better.").OfPatients.ShouldBeTrue();
    }

    [Fact]
    public void Offers_and_remarks_are_no_findings()
    {
        Tone.Of("Would you like a table?").IsTalk.ShouldBeTrue();
        Tone.Of("TP53 is a tumour suppressor gene.").IsRemark.ShouldBeTrue();
        Tone.Of("The role of BRCA1 is paradoxical.").IsRemark.ShouldBeTrue();
    }

    [Fact]
    public void A_promise_of_benefit_is_more_than_a_prediction()
    {
        Tone.Of("It identifies patients who will not respond.").PredictsBenefit.ShouldBeTrue();
        Tone.Of("It predicts pCR.").PredictsBenefit.ShouldBeFalse();
        Tone.Of("It predicts pCR.").Predicts.ShouldBeTrue();
    }
}
