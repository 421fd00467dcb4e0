using Refractor.Statistics.Enrichment;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.SampleScores;

/// <summary>The tables of the topic genesetscores.</summary>
internal static class SetReference
{
    /// <summary>An input matrix: expr or counts.</summary>
    public static FeatureMatrix Matrix(string table) => ReferenceTable.Read($"genesetscores/{table}.tsv").Matrix();

    /// <summary>The sets over the features of a table.</summary>
    public static FeatureSets Sets(string table)
    {
        var lines = File.ReadAllLines(Path.Combine(ReferenceTable.Folder, "genesetscores", "sets.gmt"));
        string[][] members = [.. lines.Select(l => l.Split('\t')[2..])];
        return FeatureSets.Of(ReferenceTable.Read($"genesetscores/{table}.tsv").Texts("gene"), members);
    }

    /// <summary>Compares scores with an expected table, cell by cell.</summary>
    public static void ShouldAgree(double[] scores, string expected, double tolerance)
    {
        var table = ReferenceTable.Read($"genesetscores/{expected}.tsv");
        var agreement = new Agreement();
        var samples = table.Columns.Skip(1).ToArray();
        agreement.CheckEqual("scores", scores.Length, table.Count * samples.Length);
        foreach (var (row, s) in table.Rows.Select((r, s) => (r, s)))
        {
            for (var j = 0; j < samples.Length; j++)
                agreement.Check(
                    $"{row.Place} {samples[j]}",
                    scores[(s * samples.Length) + j],
                    row.Number(samples[j]),
                    tolerance,
                    tolerance
                );
        }
        agreement.Verify();
    }

    /// <summary>Random values with ties and, where asked, gaps.</summary>
    public static double[] Values(int features, int samples, ulong seed, double missing = 0)
    {
        var random = new RandomSource(seed);
        return
        [
            .. Enumerable
                .Range(0, features * samples)
                .Select(_ => random.NextDouble() < missing ? double.NaN : Math.Round(8 * random.NextDouble() - 2, 1)),
        ];
    }

    /// <summary>Random sets.</summary>
    public static FeatureSets Sets(int count, int features, ulong seed)
    {
        var random = new RandomSource(seed);
        return FeatureSets.Of(
            features,
            [.. Enumerable.Range(0, count).Select(i => Draw(ref random, 2 + (3 * i), features))]
        );
    }

    /// <summary>The rows of a matrix in another order, and the sets with them.</summary>
    public static (FeatureMatrix Matrix, FeatureSets Sets) PermuteFeatures(
        double[] values,
        int samples,
        FeatureSets sets,
        ulong seed
    )
    {
        var random = new RandomSource(seed);
        var place = Enumerable.Range(0, values.Length / samples).ToArray();
        random.Shuffle<int>(place);
        var permuted = new double[values.Length];
        for (var i = 0; i < place.Length; i++)
            values.AsSpan(i * samples, samples).CopyTo(permuted.AsSpan(place[i] * samples));
        return (
            FeatureMatrix.Of(place.Length, samples, permuted),
            FeatureSets.Of(
                place.Length,
                [
                    .. Enumerable
                        .Range(0, sets.Count)
                        .Select(s => Array.ConvertAll(sets.Members(s).ToArray(), i => place[i])),
                ]
            )
        );
    }

    /// <summary>The columns of a matrix in reverse order.</summary>
    public static FeatureMatrix ReverseSamples(double[] values, int samples)
    {
        var reversed = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            reversed[i] = values[(i / samples * samples) + samples - 1 - (i % samples)];
        return FeatureMatrix.Of(values.Length / samples, samples, reversed);
    }

    private static int[] Draw(ref RandomSource random, int count, int features)
    {
        var drawn = new int[count];
        for (var i = 0; i < count; i++)
            drawn[i] = random.NextInt(features);
        return drawn;
    }

    /// <summary>Same scores, up to rounding.</summary>
    public static void ShouldBe(IReadOnlyList<double> actual, IReadOnlyList<double> expected, double tolerance)
    {
        var agreement = new Agreement();
        agreement.CheckEqual("length", actual.Count, expected.Count);
        for (var i = 0; i < expected.Count; i++)
            agreement.Check($"score {i}", actual[i], expected[i], tolerance, tolerance);
        agreement.Verify();
    }
}
