using Refractor.Cohorts;

namespace Refractor.Tests.Cohorts.Importing;

/// <summary>Files in which a patient has several rows.</summary>
public class RecordImportTests
{
    private const string Mapping = """
        clinical:
        - {file: clinical.tsv, patient: id}
        records:
          visits: {file: visits.tsv, patient: id}
          tumours: {file: tumours.tsv, patient: id, except: {kind: second primary}}
          drugs: {files: [drugs.tsv], patient: id, drug: name, otherwise_drug: kind, no_therapy: vitamin, except: {course: RECURRENCE}}
        treatments:
          chemotherapy: {records: drugs, complete_for: patients_with_rows, also: [{column: any_drug, tells: not_given}]}
          taxane: {records: drugs, complete_for: patients_with_rows}
          endocrine_therapy: {records: drugs}
          trastuzumab: {records: drugs, complete_for: all_patients}
        outcomes:
          RFS: {records: tumours, time: found, unit: months, otherwise: OS}
          TTR: {records: tumours, time: found, unit: months, censored_at: OS}
          OS: {records: visits, time: died, otherwise_time: seen, unit: months, event: status}
        """;

    [Fact]
    public void The_earliest_event_counts_and_else_the_latest_time_without_one()
    {
        using var study = Study();
        var os = study.Import(Mapping).Cohort!.FindOutcome("OS").ShouldBeOfType<SurvivalOutcome>();
        // P1 lives longest by a visit, P2 died by two visits, P3 by a visit alone, P4 by the clinical file, P5 without a time.
        os.Months.ShouldBe([30, 18, 9, 40, double.NaN, 12]);
        os.Event.ShouldBe([0, 1, 1, 1, 1, 0]);
    }

    [Fact]
    public void A_visit_after_a_death_is_reported()
    {
        using var study = Study();
        study
            .Import(Mapping)
            .Report.Held.Single(h => h.Reason.StartsWith("a later row tells no event", StringComparison.Ordinal))
            .Names.ShouldBe(["P4"]);
    }

    [Fact]
    public void Who_has_no_new_tumour_is_followed_as_for_another_endpoint()
    {
        using var study = Study();
        var cohort = study.Import(Mapping).Cohort!;
        var rfs = cohort.FindOutcome("RFS").ShouldBeOfType<SurvivalOutcome>();
        // P1 has a second primary tumour, which the mapping leaves out; P3 has two recurrences.
        rfs.Months.ShouldBe([30, 18, 4, 40, double.NaN, 12]);
        rfs.Event.ShouldBe([0, 1, 1, 1, 1, 0]);
        var ttr = cohort.FindOutcome("TTR").ShouldBeOfType<SurvivalOutcome>();
        ttr.Event.ShouldBe([0, 0, 1, 0, 0, 0]);
    }

    [Fact]
    public void What_is_in_no_row_is_not_known_unless_the_mapping_says_that_the_table_is_complete()
    {
        using var study = Study();
        var cohort = study.Import(Mapping).Cohort!;
        // P1 AC; P2 a misspelt taxane; P3 tamoxifen; P4 chemotherapy of unknown name; P5 an unknown drug; P6 no row, and no drug at all.
        cohort.FindTreatment("chemotherapy")!.Given.ShouldBe([true, true, false, true, null, false]);
        cohort.FindTreatment("taxane")!.Given.ShouldBe([false, true, false, null, null, null]);
        cohort.FindTreatment("endocrine_therapy")!.Given.ShouldBe([null, null, true, null, null, null]);
        cohort.FindTreatment("trastuzumab")!.Given.ShouldBe([false, false, false, false, null, false]);
    }

    [Fact]
    public void Names_of_drugs_that_are_not_known_are_counted()
    {
        using var study = Study();
        var held = study.Import(Mapping).Report.Held.Where(h => h.File == "records.drugs").ToList();
        held.Single(h => h.Reason.Contains("does not know", StringComparison.Ordinal))
            .Names.ShouldBe(["XB-7 (2)", "(no name) (1)"]);
        held.Single(h => h.Reason.Contains("by a letter", StringComparison.Ordinal))
            .Names.ShouldBe(["Doxetaxel as docetaxel (1)"]);
    }

    [Fact]
    public void Rows_that_are_left_out_or_belong_to_nobody_are_held()
    {
        using var study = Study();
        var report = study.Import(Mapping).Report;
        var files = report.Files.ToDictionary(f => f.What);
        (files["records: drugs"].Read, files["records: drugs"].Held).ShouldBe((10, 2));
        (files["records: tumours"].Read, files["records: tumours"].Held).ShouldBe((3, 1));
        report
            .Held.Single(h => h.File == "drugs.tsv" && h.Names.Contains("P9"))
            .Reason.ShouldStartWith("rows of patients");
    }

    [Theory]
    [InlineData("treatments: {chemotherapy: {records: pills}}", "found the records 'pills'")]
    [InlineData("outcomes: {OS: {records: pills, time: died, event: status}}", "found the records 'pills'")]
    [InlineData("outcomes: {RFS: {time: died, otherwise: OS}}", "found the endpoint 'OS'")]
    [InlineData("outcomes: {OS: {time: died}}", "found neither time and event nor a response")]
    [InlineData(
        "records: {drugs: {file: drugs.tsv, patient: id, drug: title}}\ntreatments: {chemotherapy: {records: drugs}}",
        "found the column 'title'"
    )]
    [InlineData(
        "records: {drugs: {file: drugs.tsv, patient: id, drug: name}}\ntreatments: {cyclist: {records: drugs}}",
        "found the therapy 'cyclist'"
    )]
    public void A_rule_that_leads_to_nothing_is_named(string mapping, string message)
    {
        using var study = Study();
        study
            .Import("clinical: [{file: clinical.tsv, patient: id}]\n" + mapping)
            .Report.Problems.ShouldContain(p => p.ToString().Contains(message, StringComparison.Ordinal));
    }

    private static SmallStudy Study() =>
        new SmallStudy()
            .With(
                "clinical.tsv",
                """
                id	status	died	seen	any_drug
                P1	Alive	NA	10	YES
                P2	Alive	NA	11	YES
                P3	Alive	NA	5	YES
                P4	Dead	40	NA	YES
                P5	Dead	NA	NA	YES
                P6	Alive	NA	12	NO

                """
            )
            .With(
                "visits.tsv",
                """
                id	status	died	seen
                P1	Alive	NA	30
                P1	Alive	NA	20
                P2	Dead	18	NA
                P2	Dead	19	NA
                P3	Dead	9	NA
                P4	Alive	NA	41

                """
            )
            .With("tumours.tsv", "id\tkind\tfound\nP1\tsecond primary\t6\nP3\tdistant\t7\nP3\tlocal\t4\n")
            .With(
                "drugs.tsv",
                """
                id	name	kind	course
                P1	Adriamycin + Cytoxan	Chemotherapy	NA
                P1	Taxol	Chemotherapy	RECURRENCE
                P2	Doxetaxel	NA	NA
                P3	Tamoxifen (Nolvadex)	NA	NA
                P3	B12	vitamin	NA
                P4	NA	Chemotherapy	NA
                P5	XB-7	NA	NA
                P5	XB-7	trial	NA
                P2	Cyclophosphamide	NA	NA
                P9	Taxol	NA	NA

                """
            );
}
