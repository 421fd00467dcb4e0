using System.Text;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Scanning;

/// <summary>A named set of features.</summary>
/// <param name="Name">Name.</param>
/// <param name="Members">Names of its members.</param>
public sealed record GeneSet(string Name, IReadOnlyList<string> Members)
{
    /// <summary>The groups of the vocabulary: transporters, repair, pathways.</summary>
    public static IReadOnlyList<GeneSet> Of(Lexicon lexicon) =>
        [.. lexicon.Entries.Groups.Where(g => g.Members.Count > 0).Select(g => new GeneSet(g.Name, g.Members))];

    /// <summary>Reads a GMT file: name, description, members, separated by tabs, one set a line.</summary>
    /// <exception cref="DataFileException">A line is no set; all such lines are named.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<GeneSet> Read(string path)
    {
        var (sets, problems, line) = (new List<GeneSet>(), new List<DataProblem>(), 0);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in File.ReadLines(path, Encoding.UTF8))
        {
            line++;
            if (text.Trim().Length == 0)
                continue;
            var cells = text.TrimEnd('\t', '\r').Split('\t');
            if (cells.Length < 3)
                problems.Add(
                    new DataProblem(
                        Severity.Error,
                        "set",
                        path,
                        line,
                        $"{cells.Length} cells",
                        "a name, a description and at least one member, separated by tabs"
                    )
                );
            else if (!names.Add(cells[0]))
                problems.Add(
                    new DataProblem(Severity.Error, "set", path, line, $"a second set '{cells[0]}'", "each name once")
                );
            else
                sets.Add(
                    new GeneSet(cells[0], [.. cells[2..].Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)])
                );
        }
        if (sets.Count == 0 && problems.Count == 0)
            problems.Add(
                new DataProblem(
                    Severity.Error,
                    "set",
                    path,
                    null,
                    "no set",
                    "lines of name, description and members, separated by tabs"
                )
            );
        return problems.Count == 0 ? sets : throw new DataFileException(problems);
    }
}
