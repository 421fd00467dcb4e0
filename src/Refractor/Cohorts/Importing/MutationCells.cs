using System.Globalization;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Looks at the cells of a mutation list that ought to be words of the Mutation Annotation Format or whole numbers. A word in the place of
/// a position says that cells of the row stand in the wrong columns.
/// </summary>
internal sealed class MutationCells(MutationFile file, TextTable table, ImportLog log)
{
    private const int WordsNamed = 5;

    private static readonly string[] Positions = ["Start_Position", "End_Position"];

    /// <summary>Reports what is not understood, each column once with the first line.</summary>
    public void Check()
    {
        foreach (var position in Positions)
            Numbers(
                position,
                "positions are not used; look whether the cells of these rows stand in the right columns"
            );
        foreach (var reads in new[] { file.AlternateReads, file.ReferenceReads })
            Numbers(reads, "they count as not told");
        Classes();
    }

    private void Numbers(string name, string consequence) =>
        Report(
            name,
            word => !long.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) || n < 0,
            $"whole numbers; {consequence}"
        );

    private void Classes() =>
        Report(
            file.Class,
            word => !VariantClass.IsKnown(word),
            "classes of variants of MAF, or consequences in the words of Sequence Ontology; they count as changing the protein"
        );

    private void Report(string name, Func<string, bool> isWrong, string expected)
    {
        if (table.IndexOf(name) is var column && column < 0)
            return;
        var wrong = Enumerable
            .Range(0, table.Rows.Count)
            .Where(r => table.Rows[r][column] is { } word && isWrong(word))
            .ToList();
        if (wrong.Count == 0)
            return;
        var words = wrong.Select(r => table.Rows[r][column]!).Distinct().ToList();
        var shown = string.Join(", ", words.Take(WordsNamed).Select(w => $"'{w}'"));
        log.Warning(
            "mutations",
            file.File,
            table.Lines[wrong[0]],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{shown}{(words.Count > WordsNamed ? ", …" : "")} in column {name}{(wrong.Count == 1 ? "" : $" ({wrong.Count} rows, this is the first)")}"
            ),
            expected
        );
    }
}
