using Refractor.Cohorts;
using Refractor.Cohorts.Pairing;

namespace Refractor.Tests.Cohorts.Pairing;

public class SamplePairsTests
{
    private const string Samples = "clinical: [{file: data_clinical_patient.txt}, {file: data_clinical_sample.txt}]";

    [Fact]
    public void Times_of_samples_are_read_and_later_rows_do_not_overwrite_the_patient()
    {
        using var study = Study(
            "SITE\tTIMEPOINT",
            "P1\tP1b\tliver\tsurgery\nP1\tP1a\tbreast\tBaseline\nP2\tP2a\tbreast\tpre-treatment"
        );
        var result = study.Import(Samples);
        result
            .Cohort!.Samples.Take(3)
            .Select(s => (s.Id, s.Time))
            .ShouldBe([("P1a", TimePoint.Baseline), ("P2a", TimePoint.Baseline), ("P1b", TimePoint.AfterTreatment)]);
        ((CategoryVariable)result.Cohort.FindVariable("SITE")!).Values[0].ShouldBe("breast");
        result.Report.Guesses.ShouldContain(g => g.Key == "clinical: data_clinical_sample.txt: time");
    }

    [Fact]
    public void A_time_that_is_not_understood_is_named_and_its_sample_left_out()
    {
        using var study = Study("VISIT", "P1\tP1a\tbaseline\nP1\tP1b\tC2D1\nP2\tP2a\t");
        var result = study.Import(
            "clinical: [{file: data_clinical_patient.txt}, {file: data_clinical_sample.txt, time: VISIT}]"
        );
        result.Report.Problems.ShouldContain(p => p.ToString().Contains("'C2D1' in column VISIT (1 samples)"));
        result.Report.Held.Single(h => h.Reason.Contains("no time is told")).Names.ShouldBe(["P1b", "P2a"]);
        result.Report.Files.Single(f => f.File == "data_clinical_sample.txt").Held.ShouldBe(2);
        var named = study.Import(
            "clinical: [{file: data_clinical_patient.txt}, {file: data_clinical_sample.txt, time: VISIT, times: {on_treatment: C2D1}}]"
        );
        named.Cohort!.Samples.Single(s => s.Id == "P1b").Time.ShouldBe(TimePoint.OnTreatment);
    }

    [Fact]
    public void A_column_of_times_that_is_not_there_is_an_error()
    {
        using var study = Study("VISIT", "P1\tP1a\tbaseline");
        study
            .Import("clinical: [{file: data_clinical_patient.txt}, {file: data_clinical_sample.txt, time: WHEN}]")
            .Report.Problems.ShouldContain(p => p.ToString().Contains("data_clinical_sample.txt(1): error: time"));
    }

    [Fact]
    public void Pairs_and_left_out_are_all_patients_and_half_a_pair_is_named()
    {
        var pairs = SamplePairs.Of(Cohort(), new PairRequest { Later = TimePoint.Relapse }, "in x", _ => true);
        pairs.Pairs.ShouldBe([new SamplePair(0, 0, 2)]);
        pairs.LeftOut.ShouldBe([
            new Refractor.Cohorts.Selecting.LeftOut("no sample in x", 1),
            new Refractor.Cohorts.Selecting.LeftOut("no baseline sample in x", 1),
            new Refractor.Cohorts.Selecting.LeftOut("no sample relapse in x", 1),
        ]);
        pairs.Unpaired.Select(u => u.Patient).ShouldBe(["C", "B"]);
    }

    [Fact]
    public void Later_samples_of_several_times_want_one_named() =>
        Should
            .Throw<CohortLacksException>(() => SamplePairs.Of(Cohort(), new PairRequest(), "in x", _ => true))
            .Message.ShouldBe(
                "The cohort few has later samples of several times; name one: on_treatment (1 samples), relapse (2 samples)."
            );

    [Fact]
    public void A_cohort_without_later_samples_says_how_to_tell_of_them() =>
        Should
            .Throw<CohortLacksException>(() => SamplePairs.Of(MadeCohort.Of(), new PairRequest(), "in x", _ => true))
            .Message.ShouldStartWith("The cohort made has no pairs: all its samples in x are at baseline.");

    /// <summary>A has all times and two baseline samples, B no relapse, C no baseline, D no tumour sample.</summary>
    private static Cohort Cohort() =>
        new("few", ["A", "B", "C", "D"], [])
        {
            Samples =
            [
                new Sample("A1", 0),
                new Sample("A2", 0),
                new Sample("A3", 0, TimePoint.Relapse),
                new Sample("A4", 0, TimePoint.OnTreatment),
                new Sample("B1", 1),
                new Sample("C1", 2, TimePoint.Relapse),
                new Sample("D1", 3, TimePoint.Normal),
            ],
        };

    private static SmallStudy Study(string columns, string rows) =>
        new SmallStudy().WithPatients().With("data_clinical_sample.txt", $"PATIENT_ID\tSAMPLE_ID\t{columns}\n{rows}\n");
}
