using Refractor.Cohorts;
using Refractor.Knowledge;
using Refractor.Statistics;

namespace Refractor.Tests.Cohorts.Pairing;

/// <summary>
/// A made-up cohort of 60 patients with a sample at baseline; all but the last 12 have one on treatment too. Of 90 features the first 15
/// rise in everybody, the next 15 rise in patients without response alone, and 30 to 44 are high at baseline in these.
/// </summary>
internal static class PairedCohort
{
    public const int Patients = 60;
    public const int Pairs = 48;
    public const int Features = 90;

    /// <param name="induced">How far the first features rise.</param>
    /// <param name="resisting">How much more of features at baseline goes with no response.</param>
    /// <param name="from">The first of the 15 features that go with no response at baseline.</param>
    /// <param name="seed">Seed of all numbers.</param>
    public static Cohort Of(double induced = 1, double resisting = 1.2, int from = 30, int seed = 11)
    {
        var random = new Random(seed);
        double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var samples = Patients + Pairs;
        var (values, responded) = (new double[Features * samples], new bool?[Patients]);
        for (var p = 0; p < Patients; p++)
        {
            responded[p] = p % 2 == 0;
            for (var f = 0; f < Features; f++)
            {
                var resists = f >= from && f < from + 15 && responded[p] == false ? resisting : 0;
                var rise =
                    f < 15 ? induced
                    : f < 30 && responded[p] == false ? induced
                    : 0;
                var patient = 8 + Normal() + resists;
                values[(f * samples) + p] = patient + (0.4 * Normal());
                if (p < Pairs)
                    values[(f * samples) + Patients + p] = patient + rise + (0.4 * Normal());
            }
        }
        return Make("paired", values, responded, Pairs, Features);
    }

    /// <summary>A cohort of the first patients' pairs; the samples at baseline of all stand first.</summary>
    public static Cohort Make(string name, double[] values, bool?[] responded, int pairs, int features) =>
        new(
            name,
            [.. Enumerable.Range(0, responded.Length).Select(p => $"P{p}")],
            [
                new NumberVariable(
                    "age",
                    "AGE",
                    [.. Enumerable.Range(0, responded.Length).Select(p => 40.0 + (p * 7 % 30))]
                ),
            ]
        )
        {
            Title = "Pairs",
            Samples =
            [
                .. Enumerable.Range(0, responded.Length).Select(p => new Sample($"P{p}-A", p)),
                .. Enumerable.Range(0, pairs).Select(p => new Sample($"P{p}-B", p, TimePoint.OnTreatment)),
            ],
            Outcomes =
            [
                new ResponseOutcome("pCR", responded),
                new SurvivalOutcome(
                    "OS",
                    [.. responded.Select((r, p) => 5.0 + p + (r == true ? 40 : 0))],
                    [.. responded.Select((_, p) => p % 3 == 0 ? 0.0 : 1)]
                ),
            ],
            Layers =
            [
                new MeasuredLayer(
                    "expression",
                    Level.RnaExpression,
                    MeasuredScale.Log,
                    [.. Enumerable.Range(0, features).Select(f => $"G{f:D2}")],
                    [.. Enumerable.Range(0, responded.Length + pairs)],
                    FeatureMatrix.Of(features, responded.Length + pairs, values)
                ),
            ],
        };
}
