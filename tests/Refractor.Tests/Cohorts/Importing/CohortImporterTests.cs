using Refractor.Cohorts;

namespace Refractor.Tests.Cohorts.Importing;

public class CohortImporterTests
{
    [Fact]
    public void A_study_folder_is_understood_without_a_mapping()
    {
        using var study = new SmallStudy().WithPatients().WithExpression().WithMutations();
        var cohort = study.Import().Cohort.ShouldNotBeNull();
        cohort.Patients.ShouldBe(["P1", "P2", "P3", "P4", "P5", "P6"]);
        cohort.FindTreatment("chemotherapy")!.Given.ShouldBe([true, true, false, true, false, null]);
        cohort.FindOutcome("OS").ShouldBeOfType<SurvivalOutcome>().Event.ShouldBe([1, 0, 0, 1, 0, 1]);
        cohort
            .FindOutcome("pCR")
            .ShouldBeOfType<ResponseOutcome>()
            .Responded.ShouldBe([false, true, false, false, null, true]);
        cohort
            .FindVariable("er")
            .ShouldBeOfType<StatusVariable>()
            .Values.ShouldBe([true, false, true, false, true, null]);
        cohort.FindVariable("age").ShouldBeOfType<NumberVariable>().Values.ShouldBe([51, 42, 66, 39, 58, 71]);
    }

    [Fact]
    public void Rows_read_are_loaded_held_or_rejected()
    {
        using var study = new SmallStudy().WithPatients().WithExpression().WithMutations();
        var files = study.Import().Report.Files.ToDictionary(f => f.What);
        (files["expression"].Loaded, files["expression"].Held).ShouldBe((2, 3));
        (files["mutations"].Loaded, files["mutations"].Held).ShouldBe((3, 3));
        files.Values.ShouldAllBe(f => f.Read == f.Loaded + f.Held + f.Rejected);
    }

    [Fact]
    public void Of_several_rows_of_a_gene_the_one_with_the_highest_mean_is_taken()
    {
        using var study = new SmallStudy().WithPatients().WithExpression();
        var layer = study.Import().Cohort!.Layers.ShouldHaveSingleItem();
        layer.Features.ShouldBe(["ESR1", "MKI67"]);
        var values = new double[layer.Samples.Count];
        layer.Matrix.CopyFeature(layer.RowOf("esr1"), values);
        values[0].ShouldBe(9.1, 1e-6);
    }

    [Fact]
    public void A_name_that_a_spreadsheet_mangled_is_held_and_named()
    {
        using var study = new SmallStudy().WithPatients().WithExpression().WithMutations();
        study
            .Import()
            .Report.Held.Where(h => h.Reason.Contains("spreadsheet", StringComparison.Ordinal))
            .SelectMany(h => h.Names)
            .ShouldBe(["1-Mar", "40057"]);
    }

    [Fact]
    public void A_sample_that_was_not_sequenced_is_not_wild_type()
    {
        using var study = new SmallStudy().WithPatients().WithMutations();
        var mutations = study.Import().Cohort!.Mutations!;
        mutations.AlteredIn("TP53").ShouldBe([true, false, false, false, null, null]);
        mutations.AlteredIn("BRCA1").ShouldAllBe(a => a == null);
    }

    [Fact]
    public void Every_guess_names_the_field_that_overrides_it()
    {
        using var study = new SmallStudy().WithPatients();
        var guesses = study.Import().Report.Guesses;
        guesses.Select(g => g.Key).ShouldContain("outcomes.OS.unit");
        guesses.Select(g => g.Key).ShouldContain("treatments.chemotherapy");
        study
            .Import("outcomes: {OS: {time: OS_MONTHS, unit: days, event: OS_STATUS}}")
            .Cohort!.FindOutcome("OS")
            .ShouldBeOfType<SurvivalOutcome>()
            .Months[1]
            .ShouldBe(60 / 30.4375, 1e-12);
    }

    [Fact]
    public void A_word_that_is_not_understood_is_missing_and_reported()
    {
        using var study = new SmallStudy().With("clinical.tsv", "patient\tER\nP1\tpos\nP2\tequivocal\n");
        var result = study.Import("variables: {er: {column: ER}}");
        result.Cohort!.FindVariable("er").ShouldBeOfType<StatusVariable>().Values.ShouldBe([true, null]);
        result.Report.Problems.ShouldContain(p =>
            p.Found.Contains("'equivocal' in column ER (1 patient)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Events_of_1_and_2_are_those_of_R()
    {
        using var study = new SmallStudy().With("clinical.tsv", "patient\tt\ts\nP1\t100\t1\nP2\t200\t2\n");
        var result = study.Import("outcomes: {OS: {time: t, unit: days, event: s}}");
        result.Cohort!.FindOutcome("OS").ShouldBeOfType<SurvivalOutcome>().Event.ShouldBe([0, 1]);
        result.Report.Guesses.ShouldContain(g => g.Key == "outcomes.OS.observed");
    }

    [Fact]
    public void Samples_that_belong_to_nobody_stop_the_import_unless_that_is_allowed()
    {
        using var study = new SmallStudy().WithPatients().With("expression.tsv", "gene\tP1\tQ2\tQ3\nESR1\t1\t2\t3\n");
        var refused = study.Import(leastMatched: 0.8);
        refused.Cohort.ShouldBeNull();
        refused.Report.Problems.ShouldContain(p =>
            p.Rule == "samples" && p.Found == "1 of 3 samples among the patients"
        );
        study.Import(leastMatched: 0.3).Cohort.ShouldNotBeNull();
    }

    [Fact]
    public void Names_of_samples_may_differ_in_punctuation_or_carry_a_barcode()
    {
        using var study = new SmallStudy()
            .With("clinical.tsv", "patient\tage\nTCGA-A1-0001\t50\nTCGA-A1-0002\t60\n")
            .With("expression.tsv", "gene\tTCGA.A1.0001.01A\tTCGA.A1.0002.01A\nESR1\t1\t2\n");
        var result = study.Import();
        result.Report.Matches.ShouldHaveSingleItem().Matched.ShouldBe(2);
        result.Cohort!.Layers[0].Samples.ShouldBe([0, 1]);
    }

    [Fact]
    public void A_linear_scale_is_recognised_and_turned_into_logarithms()
    {
        using var study = new SmallStudy()
            .WithPatients()
            .With("expression.tsv", "gene\tP1\tP2\tP3\nESR1\t1000.5\t7\t0\nPGR\t300\t20\t15\n");
        var result = study.Import();
        result.Report.Guesses.ShouldContain(g =>
            g.Key.EndsWith("scale", StringComparison.Ordinal) && g.Chosen == "linear"
        );
        var values = new double[3];
        result.Cohort!.Layers[0].Matrix.CopyFeature(0, values);
        values[1].ShouldBe(3, 1e-6);
    }

    [Fact]
    public void A_therapy_that_everybody_was_given_needs_no_column()
    {
        using var study = new SmallStudy().WithPatients();
        var result = study.Import("treatments: {chemotherapy: {all: true}}");
        result.Cohort!.FindTreatment("chemotherapy")!.Given.ShouldAllBe(g => g == true);
        result.Report.Guesses.ShouldNotContain(g => g.Key == "treatments.chemotherapy");
    }

    [Fact]
    public void Words_that_are_named_on_neither_side_are_told_once_and_count_as_not_known()
    {
        using var study = new SmallStudy().With("clinical.tsv", "patient\tarm\nP1\tA\nP2\tB\nP3\tcontrol\n");
        var result = study.Import(
            "treatments: {neratinib: {column: arm, given: A, not_given: control, randomised: true}}"
        );
        result.Cohort!.FindTreatment("neratinib")!.Given.ShouldBe([true, null, false]);
        result.Report.Held.ShouldHaveSingleItem().Names.ShouldBe(["B (1 patient)"]);
        result.Report.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_receptor_that_was_measured_as_an_amount_stays_a_number()
    {
        using var study = new SmallStudy().With("clinical.tsv", "patient\ter\tpr\nP1\t291\t0\nP2\t0\t1\n");
        var cohort = study.Import().Cohort!;
        cohort.FindVariable("er").ShouldBeOfType<NumberVariable>().Values.ShouldBe([291, 0]);
        cohort.FindVariable("pr").ShouldBeOfType<StatusVariable>().Values.ShouldBe([false, true]);
    }

    [Fact]
    public void Columns_of_a_layer_are_features_and_no_clinical_variables()
    {
        using var study = new SmallStudy().With(
            "clinical.tsv",
            "row\tpatient\tage\tG1\tG2\n1\tP1\t50\t1\t2\n2\tP2\t60\t3\t4\n"
        );
        var cohort = study
            .Import(
                "clinical: [{file: clinical.tsv, patient: patient}]\nlayers: [{file: clinical.tsv, from: G1, scale: log}]"
            )
            .Cohort.ShouldNotBeNull();
        cohort.Variables.Select(v => v.Name).ShouldBe(["age", "row"]);
        cohort.Layers.ShouldHaveSingleItem().Features.ShouldBe(["G1", "G2"]);
        cohort.Layers[0].Samples.ShouldBe([0, 1]);
    }

    [Fact]
    public void A_role_of_the_users_own_is_typed_by_its_words()
    {
        using var study = new SmallStudy().With("clinical.tsv", "patient\tscore\tclass\nP1\t0.98\tI\nP2\t0\tpCR\n");
        var cohort = study.Import("variables: {rcb: {column: score}, rcb_class: {column: class}}").Cohort!;
        cohort.FindVariable("rcb").ShouldBeOfType<NumberVariable>().Values.ShouldBe([0.98, 0]);
        cohort.FindVariable("rcb_class").ShouldBeOfType<CategoryVariable>();
    }

    [Fact]
    public void The_time_of_death_and_that_of_the_last_contact_may_stand_in_two_columns()
    {
        using var study = new SmallStudy().With(
            "clinical.tsv",
            "patient\tdied\tseen\tstatus\nP1\t100\t[Not Available]\tDead\nP2\t[Not Applicable]\t200\tAlive\n"
        );
        var outcome = study
            .Import("outcomes: {OS: {time: died, otherwise_time: seen, unit: days, event: status}}")
            .Cohort!.FindOutcome("OS")
            .ShouldBeOfType<SurvivalOutcome>();
        outcome.Months.ShouldBe([100 / 30.4375, 200 / 30.4375], 1e-12);
        outcome.Event.ShouldBe([1, 0]);
    }

    [Fact]
    public void The_list_of_sequenced_samples_of_a_study_is_found()
    {
        using var study = new SmallStudy()
            .WithPatients()
            .With(
                "mutations.maf",
                "Hugo_Symbol\tVariant_Classification\tTumor_Sample_Barcode\nTP53\tMissense_Mutation\tP1\n"
            );
        Directory.CreateDirectory(Path.Combine(study.Folder, "case_lists"));
        study.With("case_lists/cases_sequenced.txt", "cancer_study_identifier: s\ncase_list_ids: P1\tP2\n");
        study.Import().Cohort!.Mutations!.AlteredIn("TP53").ShouldBe([true, false, null, null, null, null]);
    }

    [Fact]
    public void A_folder_without_patients_is_refused()
    {
        using var study = new SmallStudy().With("notes.txt", "nothing here\n");
        var result = study.Import();
        result.Cohort.ShouldBeNull();
        result.Report.Problems.ShouldHaveSingleItem().Rule.ShouldBe("clinical");
    }

    [Fact]
    public void A_table_that_names_no_patients_has_them_numbered()
    {
        using var study = new SmallStudy().With(
            "trial.arff",
            "@relation t\n@attribute age numeric\n@attribute tgrade {I,II}\n@attribute G1 real\n@data\n50.5,II,1\n50.5,?,2\n"
        );
        study.Import().Report.Problems.ShouldHaveSingleItem().Expected.ShouldContain("'numbered: true'");
        var cohort = study
            .Import(
                "clinical: [{file: trial.arff, numbered: true}]\nlayers: [{file: trial.arff, from: G1, scale: log}]"
            )
            .Cohort.ShouldNotBeNull();
        cohort.Patients.ShouldBe(["1", "2"]);
        cohort.FindVariable("grade").ShouldBeOfType<NumberVariable>().Values.ShouldBe([2, double.NaN]);
        cohort.Layers.ShouldHaveSingleItem().Samples.ShouldBe([0, 1]);
    }

    [Fact]
    public void A_therapy_that_nobody_was_given_needs_no_column()
    {
        using var study = new SmallStudy().WithPatients();
        study
            .Import("treatments: {chemotherapy: {none: true}}")
            .Cohort!.FindTreatment("chemotherapy")!
            .Given.ShouldAllBe(g => g == false);
    }
}
