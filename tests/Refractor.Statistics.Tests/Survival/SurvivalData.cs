using Refractor.Statistics.Survival;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival;

/// <summary>The cohorts of the survival tables by the name that the tables give them.</summary>
internal sealed class SurvivalData
{
    private readonly ReferenceRow[] _rows;

    private SurvivalData(IEnumerable<ReferenceRow> rows, string time, string status)
    {
        _rows = [.. rows];
        Times = SurvivalTimes.Of(Column(time), Column(status));
    }

    public SurvivalTimes Times { get; }

    public static SurvivalData Of(string set)
    {
        ReferenceTable Table(string name) => ReferenceTable.Read($"survival/{name}.tsv");
        return set switch
        {
            "rotterdam_os" => new(Table("rotterdam").Rows, "dtime", "death"),
            "rotterdam_rfs" => new(Table("rotterdam").Rows, "rtime", "recur"),
            "gbsg" => new(Table("gbsg").Rows, "rfstime", "status"),
            "gbsg_first120" => new(Table("gbsg").Rows.Take(120), "rfstime", "status"),
            "ties" => new(Table("ties").Rows, "time", "status"),
            _ when set.StartsWith("edge:", StringComparison.Ordinal) => new(
                Table("edge").Rows.Where(r => r["case"] == set[5..]),
                "time",
                "status"
            ),
            _ => throw new ArgumentException($"No cohort is named {set}.", nameof(set)),
        };
    }

    public double[] Column(string name) => [.. _rows.Select(r => r.Number(name))];

    /// <summary>Labels of a column, numbered in the order in which R sorts them; missing ones are −1.</summary>
    public (int[] Numbers, string[] Labels) Groups(string name)
    {
        var texts = _rows.Select(r => r[name]).ToArray();
        var labels = texts
            .Where(t => t != "NA")
            .Distinct()
            .OrderBy(SortKey)
            .ThenBy(t => t, StringComparer.Ordinal)
            .ToArray();
        return ([.. texts.Select(t => Array.IndexOf(labels, t))], labels);
    }

    // The tables name tumour size by class; every other label is a number or a word.
    private static double SortKey(string label) =>
        label switch
        {
            "<=20" => 1,
            "20-50" => 2,
            ">50" => 3,
            _ => double.TryParse(label, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0,
        };
}
