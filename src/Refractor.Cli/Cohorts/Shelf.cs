using System.CommandLine;
using Refractor.Cohorts;
using Refractor.Cohorts.Demo;
using Refractor.Cohorts.Storing;

namespace Refractor.Cli.Cohorts;

/// <summary>Where cohorts lie, and the cohorts that arguments name.</summary>
internal static class Shelf
{
    /// <summary>The option that names the folder, for every command that uses cohorts.</summary>
    public static Option<string?> Option() =>
        new("--cohorts")
        {
            Description = "Folder of the cohorts; REFRACTOR_COHORTS or the user's data folder when left out.",
            HelpName = "folder",
        };

    public static Argument<string> Name() => new("name") { Description = "Name of a cohort." };

    public static CohortShelf Of(ParseResult parse, Option<string?> option) =>
        new(parse.GetValue(option) ?? CohortShelf.DefaultFolder);

    /// <summary>The cohort of a name: of the shelf, or one that comes with the program.</summary>
    /// <exception cref="WrongUsageException">There is none; the message names those there are.</exception>
    public static Cohort Open(CohortShelf shelf, string name) =>
        IsDemo(shelf, name) ? DemoCohorts.Find(name)! : CohortFolder.Read(PathOf(shelf, name));

    /// <summary>Whether a name is that of a cohort that comes with the program, and not of one on the shelf.</summary>
    public static bool IsDemo(CohortShelf shelf, string name) => DemoCohorts.Names.Contains(name) && !shelf.Holds(name);

    /// <summary>The folder of the cohort of a name.</summary>
    /// <exception cref="WrongUsageException">There is none; the message names those there are.</exception>
    public static string PathOf(CohortShelf shelf, string name)
    {
        if (CohortShelf.IsName(name) && shelf.Holds(name))
            return shelf.PathOf(name);
        var known =
            shelf.Names.Count > 0
                ? $"There are: {string.Join(", ", shelf.Names)}."
                : "There is none yet; 'refractor cohort import' makes one.";
        throw new WrongUsageException(
            $"No cohort '{Plain.Echo(name)}' in {Plain.Echo(shelf.Folder)}. {known} With the program come {string.Join(" and ", DemoCohorts.Names)}."
        );
    }
}
