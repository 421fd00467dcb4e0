using Refractor.Cohorts;
using Refractor.Cohorts.Describing;
using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Cohorts.Importing;

public class GenePanelTests
{
    [Fact]
    public void The_panel_of_a_sample_decides_for_which_genes_it_was_sequenced()
    {
        using var study = Study();
        var mutations = study.Import().Cohort!.Mutations!;
        mutations.AlteredIn("TP53").ShouldBe([true, false, null, null, false, null]);
        mutations.AlteredIn("PIK3CA").ShouldBe([null, false, true, null, false, null]);
        mutations.AlteredIn("BRCA1").ShouldBe([null, false, null, null, false, null]);
    }

    [Fact]
    public void Only_samples_whose_panel_names_the_gene_stand_in_the_denominator()
    {
        using var study = Study();
        var scan = MutationScan.Run(study.Import().Cohort!, new PopulationRequest { Endpoint = "OS" }, fewest: 1);
        scan.Genes.Select(g => (g.Gene, g.Altered, g.Profiled)).ShouldBe([("PIK3CA", 1, 3), ("TP53", 1, 3)], true);
    }

    [Fact]
    public void A_panel_whose_genes_nobody_lists_is_named_and_counts_for_no_gene()
    {
        using var study = Study();
        var result = study.Import();
        result
            .Report.Problems.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "data_gene_panel_matrix.txt: warning: panels: found the panel 'GONE' (1 sample) without a list of genes; expected its genes: a file with 'gene_list:' in the folder, or mutations.panels.GONE with file, genes or whole_exome; until then these samples count for no gene."
            );
        result.Cohort!.Mutations!.PanelOf[3]!.Scope.ShouldBe(PanelScope.NotListed);
    }

    [Fact]
    public void The_mapping_can_say_that_a_panel_is_an_exome_or_list_its_genes()
    {
        using var study = Study();
        study
            .Import("mutations: {file: data_mutations.txt, panels: {GONE: {whole_exome: true}}}")
            .Cohort!.Mutations!.AlteredIn("TP53")
            .ShouldBe([true, false, null, true, false, null]);
        study
            .Import("mutations: {file: data_mutations.txt, panels: {GONE: {genes: [PIK3CA]}}}")
            .Cohort!.Mutations!.AlteredIn("PIK3CA")
            .ShouldBe([null, false, true, false, false, null]);
    }

    [Fact]
    public void A_sequenced_sample_without_a_panel_has_all_genes_and_this_is_shown_as_a_guess()
    {
        using var study = Study();
        var guesses = study.Import().Report.Guesses;
        guesses.ShouldContain(g => g.Key == "mutations.panels.ONE" && g.Chosen == "data_gene_panel_one.txt");
        guesses.ShouldContain(g => g.Chosen == "all genes for 2 sequenced samples without a panel");
    }

    [Fact]
    public void The_panel_that_the_description_of_the_file_names_is_that_of_all_others()
    {
        using var study = Study()
            .With("meta_mutations.txt", "stable_id: mutations\ngene_panel: TWO\ndata_filename: data_mutations.txt\n");
        study.Import().Cohort!.Mutations!.AlteredIn("TP53").ShouldBe([true, null, null, null, null, null]);
    }

    [Fact]
    public void A_mutation_off_the_panel_of_its_sample_is_held_and_named()
    {
        using var study = Study();
        study
            .Import()
            .Report.Held.ShouldContain(h =>
                h.Reason.StartsWith("mutations in genes that the panel", StringComparison.Ordinal)
                && h.Names.Single() == "TP53 (1)"
            );
    }

    [Fact]
    public void A_matrix_without_the_column_of_the_profile_says_which_it_has()
    {
        using var study = Study();
        study
            .Import("mutations: {file: data_mutations.txt, panel_column: sv}")
            .Report.Problems.ShouldContain(p =>
                p.Severity == Severity.Error
                && p.Line == 1
                && p.ToString().Contains("'sv'")
                && p.ToString().Contains("gistic")
            );
    }

    [Fact]
    public void Without_that_column_no_sample_counts_for_any_gene()
    {
        using var study = Study();
        study
            .Import("mutations: {file: data_mutations.txt, panel_column: sv}")
            .Cohort!.Mutations!.AlteredIn("TP53")
            .ShouldAllBe(a => a == null);
    }

    [Fact]
    public void Lines_of_mutations_may_end_with_a_carriage_return_alone()
    {
        using var study = Study();
        study.With(
            "data_mutations.txt",
            File.ReadAllText(Path.Combine(study.Folder, "data_mutations.txt")).Replace('\n', '\r')
        );
        study.Import().Cohort!.Mutations!.Mutations.Count.ShouldBe(4);
    }

    [Fact]
    public void Panels_are_stored_and_described()
    {
        using var study = Study();
        using var shelf = new TemporaryFolder();
        var result = study.Import();
        var folder = Path.Combine(shelf.Root, "small");
        CohortFolder.Write(
            folder,
            result.Cohort!,
            study.Folder,
            result.Report,
            "test",
            cancel: TestContext.Current.CancellationToken
        );
        var read = CohortFolder.Read(folder);
        CohortJson.Of(CohortSummary.Of(read)).ShouldBe(CohortJson.Of(CohortSummary.Of(result.Cohort!)));
        foreach (var gene in new[] { "TP53", "PIK3CA", "BRCA1" })
            read.Mutations!.AlteredIn(gene).ShouldBe(result.Cohort!.Mutations!.AlteredIn(gene));
        CohortSummary
            .Of(read)
            .Mutations!.Panels.Select(p => (p.Name, p.Scope, p.Genes, p.Samples))
            .ShouldBe([
                ("ONE", PanelScope.Listed, 1, 1),
                ("no panel", PanelScope.AllGenes, null, 2),
                ("TWO", PanelScope.Listed, 1, 1),
                ("GONE", PanelScope.NotListed, null, 1),
            ]);
    }

    [Fact]
    public void The_test_study_of_cBioPortal_has_its_two_panels()
    {
        var files = SharedData.Folder("format-samples", "cbioportal-study_es_0");
        var result = CohortImporter.Import(
            "es0",
            files,
            new CohortMapping(),
            RealKnowledge.Pack.Lexicon,
            new ImportOptions { LeastMatched = 0.5 },
            cancel: TestContext.Current.CancellationToken
        );
        var mutations = result.Cohort!.Mutations!;
        int Sample(string id) => result.Cohort.Samples.ToList().FindIndex(s => s.Id == id);
        var (first, second) = (Sample("TCGA-A1-A0SB-01"), Sample("TCGA-A1-A0SB-02"));
        (mutations.IsProfiled(first, "BRCA2"), mutations.IsProfiled(first, "FGFR3")).ShouldBe((true, false));
        (mutations.IsProfiled(second, "BRCA2"), mutations.IsProfiled(second, "FGFR3")).ShouldBe((false, true));
        mutations.Panels.Count(p => p.Scope == PanelScope.Listed).ShouldBe(2);
    }

    /// <summary>
    /// P1 was sequenced for TP53, P2 and P5 for all genes, P3 for PIK3CA, P4 with a panel that nobody knows; P6 was not sequenced. P3 has a
    /// mutation off its panel.
    /// </summary>
    private static SmallStudy Study() =>
        new SmallStudy()
            .WithPatients()
            .With(
                "data_mutations.txt",
                """
                #Sequenced_Samples: P1 P2 P3 P4 P5
                Hugo_Symbol	Variant_Classification	Tumor_Sample_Barcode	HGVSp_Short
                TP53	Missense_Mutation	P1	p.R175H
                TP53	Missense_Mutation	P3	p.R175H
                TP53	Missense_Mutation	P4	p.R175H
                PIK3CA	Missense_Mutation	P3	p.H1047R

                """
            )
            .With(
                "data_gene_panel_matrix.txt",
                "SAMPLE_ID\tmutations\tgistic\nP1\tONE\tNA\nP2\tNA\tNA\nP3\tTWO\tONE\nP4\tGONE\tNA\n"
            )
            .With("data_gene_panel_one.txt", "stable_id: ONE\ndescription: One gene.\ngene_list: TP53\n")
            .With("data_gene_panel_two.txt", "stable_id: TWO\ndescription: Another.\ngene_list:\tPIK3CA\n");
}
