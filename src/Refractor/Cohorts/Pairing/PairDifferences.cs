using Refractor.Statistics;

namespace Refractor.Cohorts.Pairing;

/// <summary>Later minus baseline, pair by pair.</summary>
internal static class PairDifferences
{
    /// <summary>f features × pairs, in double precision; NaN where a side is missing.</summary>
    public static FeatureMatrix Of(MeasuredLayer layer, SamplePairs pairs)
    {
        var place = layer.Samples.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        (int Before, int After)[] places = [.. pairs.Pairs.Select(p => (place[p.Before], place[p.After]))];
        var (row, differences) = (
            new double[layer.Samples.Count],
            new double[(long)layer.Features.Count * places.Length]
        );
        for (var f = 0; f < layer.Features.Count; f++)
        {
            layer.Matrix.CopyFeature(f, row);
            for (var i = 0; i < places.Length; i++)
                differences[(f * places.Length) + i] = row[places[i].After] - row[places[i].Before];
        }
        return FeatureMatrix.Of(layer.Features.Count, places.Length, differences);
    }

    /// <summary>Whether all changes of a feature that are known are equal.</summary>
    public static bool[] AreConstant(FeatureMatrix differences)
    {
        var (row, constant) = (new double[differences.Samples], new bool[differences.Features]);
        for (var f = 0; f < constant.Length; f++)
        {
            differences.CopyFeature(f, row);
            constant[f] = row.Where(double.IsFinite).Distinct().Take(2).Count() < 2;
        }
        return constant;
    }
}
