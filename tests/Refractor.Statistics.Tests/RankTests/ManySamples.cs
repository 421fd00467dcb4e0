using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.RankTests;

/// <summary>Cases of several groups with what R gave for them.</summary>
internal static class ManySamples
{
    public static IEnumerable<(ReferenceRow Row, double[] Values, int[] Groups)> Read()
    {
        var cases = ReferenceTable.Read("ranktests/many_sample.tsv").Rows.ToLookup(r => r["case"]);
        foreach (var row in ReferenceTable.Read("ranktests/expected_many_sample.tsv").Rows)
        {
            var rows = cases[row["case"]].ToArray();
            yield return (row, [.. rows.Select(r => r.Number("value"))], [.. rows.Select(r => r.Integer("group"))]);
        }
    }
}
