using Refractor.Cohorts;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;
using Refractor.Statistics;

namespace Refractor.Tests.Cohorts.Scanning;

/// <summary>Scans of features that say nothing: p is uniform, and few scans find anything.</summary>
public class CalibrationTests
{
    private const int Patients = 150;
    private const int Features = 200;
    private const int Runs = 60;

    [Theory]
    [InlineData("pCR")]
    [InlineData("OS")]
    public void Under_permuted_patients_p_is_uniform_and_q_finds_nothing_in_nineteen_of_twenty_runs(string endpoint)
    {
        var (p, found) = (new List<double>(), 0);
        for (var seed = 0; seed < Runs; seed++)
        {
            var scan = CohortScanner.Run(
                Permuted(seed),
                new ScanRequest(new PopulationRequest { Endpoint = endpoint }),
                cancel: TestContext.Current.CancellationToken
            );
            p.AddRange(scan.LogP.Select(Math.Exp));
            found += scan.LogQ.Any(q => q < Math.Log(0.05)) ? 1 : 0;
        }
        p.Count.ShouldBe(Runs * Features);
        // The distance of Kolmogorov and Smirnov that 12,000 uniform values exceed once in a thousand times is 1.95 / √n; the tests are
        // exact for large samples only, so that twice that is allowed.
        KolmogorovDistance(p).ShouldBeLessThan(2 * 1.95 / Math.Sqrt(p.Count));
        // At a true rate of 5 %, more than 8 of 60 runs find something less than once in two hundred times.
        found.ShouldBeLessThanOrEqualTo(8);
    }

    private static double KolmogorovDistance(List<double> p)
    {
        p.Sort();
        return p.Select((value, i) => Math.Max(((i + 1.0) / p.Count) - value, value - ((double)i / p.Count))).Max();
    }

    /// <summary>A cohort whose outcomes depend on the first features, with the samples exchanged among the patients.</summary>
    private static Cohort Permuted(int seed)
    {
        var random = new Random(1 + seed);
        double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var values = new float[Features * Patients];
        foreach (ref var value in values.AsSpan())
            value = (float)Normal();
        var responded = new bool?[Patients];
        var (months, happened) = (new double[Patients], new double[Patients]);
        for (var p = 0; p < Patients; p++)
        {
            responded[p] = values[p] + Normal() > 0.5;
            var time = -Math.Log(1 - random.NextDouble()) * 60 * Math.Exp(-values[Patients + p]);
            (months[p], happened[p]) = (Math.Min(time, 90), time < 90 ? 1 : 0);
        }
        int[] samples = [.. Enumerable.Range(0, Patients)];
        random.Shuffle(samples);
        return new Cohort("null", [.. samples.Order().Select(p => $"P{p}")], [])
        {
            Samples = [.. Enumerable.Range(0, Patients).Select(p => new Sample($"P{p}", p))],
            Outcomes = [new ResponseOutcome("pCR", responded), new SurvivalOutcome("OS", months, happened)],
            Layers =
            [
                new MeasuredLayer(
                    "expression",
                    Level.RnaExpression,
                    MeasuredScale.Log,
                    [.. Enumerable.Range(0, Features).Select(f => $"G{f}")],
                    samples,
                    FeatureMatrix.Of(Features, Patients, values)
                ),
            ],
        };
    }
}
