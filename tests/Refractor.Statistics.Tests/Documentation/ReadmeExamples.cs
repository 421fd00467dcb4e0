namespace Refractor.Statistics.Tests.Documentation;

/// <summary>
/// The examples of the README of Refractor.Statistics, letter by letter. Each is found by its text, run, and what it prints compared with
/// the text block that follows it there.
/// </summary>
internal static class ReadmeExamples
{
    public static void Estimates(TextWriter Console)
    {
        Estimate<double> fine = 2.5;
        Estimate<double> constant = NotEstimable.NoVariation;
        Console.WriteLine(fine.Value);
        Console.WriteLine(constant.IsEstimable ? "a number" : constant.Reason.ToString());
    }

    public static void PValues(TextWriter Console)
    {
        Console.WriteLine(PValue.FromLog(-1000));
        Console.WriteLine(PValue.From(0.0312));
    }

    public static void Matrices(TextWriter Console)
    {
        var matrix = FeatureMatrix.Of(features: 2, samples: 3, new float[] { 7.1f, 8.0f, float.NaN, 2.5f, 2.0f, 3.1f });
        Console.WriteLine($"{matrix.Features} features, {matrix.Samples} samples");
    }
}
