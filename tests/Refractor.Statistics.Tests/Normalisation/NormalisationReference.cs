using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Normalisation;

/// <summary>The tables of the topic normalise.</summary>
internal static class NormalisationReference
{
    /// <summary>A table of features in rows and samples in columns.</summary>
    public static FeatureMatrix Matrix(string table) => ReferenceTable.Read($"normalise/{table}.tsv").Matrix();

    /// <summary>All values of a matrix.</summary>
    public static double[] Values(FeatureMatrix matrix)
    {
        var values = new double[matrix.Features * matrix.Samples];
        for (var i = 0; i < matrix.Features; i++)
            matrix.CopyFeature(i, values.AsSpan(i * matrix.Samples, matrix.Samples));
        return values;
    }

    /// <summary>Compares a matrix with a table, cell by cell.</summary>
    public static void ShouldAgree(FeatureMatrix matrix, string expected, double tolerance) =>
        ShouldAgree(Values(matrix), Values(Matrix(expected)), tolerance);

    /// <summary>Compares values, missing ones included.</summary>
    public static void ShouldAgree(double[] actual, double[] expected, double tolerance)
    {
        var agreement = new Agreement();
        agreement.CheckEqual("number of values", actual.Length, expected.Length);
        for (var i = 0; i < expected.Length; i++)
            agreement.Check($"value {i}", actual[i], expected[i], 0, tolerance);
        agreement.Verify();
    }

    /// <summary>Random values with ties and gaps.</summary>
    public static double[] Random(int count, ulong seed, double missing = 0)
    {
        var random = new RandomSource(seed);
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = random.NextDouble() < missing ? double.NaN : Math.Round(1 + (5 * random.NextDouble()), 1);
        return values;
    }
}
