using Refractor.Cohorts;
using Refractor.Cohorts.Demo;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Tables;
using Refractor.Cohorts.Testing;

namespace Refractor.Tests.Cohorts.Testing;

/// <summary>The recipes of a test; that their R code gives the same numbers was seen by running it, see docs/cohorts.md.</summary>
public class FeatureTestRecipeTests
{
    private static readonly Cohort Rotterdam = DemoCohorts.Find("rotterdam")!;
    private static readonly FeatureTest Test = FeatureTest.Run(
        Rotterdam,
        new FeatureFinder(RealKnowledge.Lexicon).Find(Rotterdam, "er").Single(),
        new FeatureTestRequest(new PopulationRequest { Endpoint = "OS", Treated = "endocrine_therapy" })
        {
            Adjust = ["age", "grade"],
        },
        RealKnowledge.Lexicon
    );

    [Fact]
    public void The_R_code_of_a_test_reads_as_approved() =>
        Approved.Check(
            FeatureTestFiles.Of(Rotterdam, [Test]).Single(f => f.Name.EndsWith(".R", StringComparison.Ordinal)).Text,
            "Cohorts/recipe_er_rotterdam.R"
        );

    [Fact]
    public void Every_recipe_names_its_patients_its_data_and_R_code()
    {
        var recipes = new FeatureTestRecipes(Rotterdam, Test).All;
        recipes.Count.ShouldBeGreaterThan(6);
        foreach (var recipe in recipes)
        {
            recipe.R.ShouldNotBeEmpty();
            (recipe.Input.N + recipe.Input.LeftOut.Sum(l => l.Patients)).ShouldBe(Rotterdam.Patients.Count);
            recipe.Input.Digest.ShouldBe(Rotterdam.Digest);
            recipe.Entries().Select(e => e.Name).ShouldContain("patients in");
        }
    }

    [Fact]
    public void The_table_of_a_test_holds_every_patient_and_marks_those_who_were_used()
    {
        var text = FeatureTestFiles.Of(Rotterdam, [Test]).Single(f => f.Name == "er-clinical.tsv").Text;
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var table = TextTableReader.Read(stream, "er-clinical.tsv", new TextTableOptions { Separator = '\t' });
        table.Rows.Count.ShouldBe(Rotterdam.Patients.Count);
        table.Values(table.IndexOf("used")).Count(v => v == "1").ShouldBe(Test.Population.N);
        table.Values(table.IndexOf("both_arms")).Count(v => v == "1").ShouldBe(Rotterdam.Patients.Count);
        table.Values(table.IndexOf("given")).Count(v => v == "1").ShouldBe(Test.Population.N);
    }

    [Fact]
    public void Subtypes_have_columns_of_their_own()
    {
        var made = MadeCohort.Of();
        var test = FeatureTest.Run(
            made,
            new FeatureFinder(RealKnowledge.Lexicon).Find(made, "BAD").Single(),
            new FeatureTestRequest(new PopulationRequest { Endpoint = "OS" }),
            RealKnowledge.Lexicon
        );
        test.Subtypes.Count.ShouldBeGreaterThan(3);
        var columns = FeatureTestFiles.Of(made, [test])[0].Text.Split('\n')[0].Split('\t');
        columns.ShouldBeUnique();
        foreach (var (subtype, recipe) in test.Subtypes.Zip(new FeatureTestRecipes(made, test).Subtypes))
        {
            var column = columns.Single(c => recipe.R.Contains($"d${c} ", StringComparison.Ordinal));
            var members = SubtypeMembers.Of(made, subtype.Subtype.Name)!;
            var rows = FeatureTestFiles.Of(made, [test])[0].Text.Split('\n')[1..^1].Select(r => r.Split('\t'));
            rows.Count(r => r[Array.IndexOf(columns, column)] == "1").ShouldBe(members.Count(m => m == true));
        }
    }
}
