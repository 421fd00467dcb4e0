using System.Text;

namespace Refractor.Cohorts.Testing;

/// <summary>The files from which anyone can make the numbers of a test again: a table of the patients and R code that runs on it.</summary>
public static class FeatureTestFiles
{
    /// <summary>The files of the tests of a feature, by name.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="tests">Tests of the forms in which it measured the feature.</param>
    public static IReadOnlyList<(string Name, string Text)> Of(Cohort cohort, IReadOnlyList<FeatureTest> tests)
    {
        var files = new List<(string, string)>();
        foreach (var test in tests)
        {
            var name = Plain($"{test.Feature.Name}-{test.Feature.Source}");
            files.Add(($"{name}.tsv", PatientRows.Of(cohort, test)));
            files.Add(($"{name}.R", Script(cohort, test, $"{name}.tsv")));
        }
        return files;
    }

    private static string Script(Cohort cohort, FeatureTest test, string table)
    {
        var recipes = new FeatureTestRecipes(cohort, test).All;
        var script = new StringBuilder();
        script.Append(
            $"""
            # {test.Feature.Name} ({test.Feature.Source}) and {test.Population.Outcome.Endpoint} in the cohort {cohort.Name}.
            # Cohort digest (SHA-256): {cohort.Digest}
            {RModel.Read(table)}

            """.ReplaceLineEndings("\n")
        );
        foreach (var recipe in recipes)
            script.Append(
                $"""

                # {recipe.Gives}; {recipe.Input.N} patients
                {recipe.R}

                """.ReplaceLineEndings("\n")
            );
        return script.ToString();
    }

    private static string Plain(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));
}
