using Refractor.Cohorts;
using Refractor.Knowledge;
using Refractor.Statistics;

namespace Refractor.Tests.Cohorts.Comparing;

/// <summary>
/// A made-up cohort of patients given taxanes, radiotherapy or both. Of 120 features the first 40 follow one driver and the next 40
/// another; outcomes follow the first driver as told. The driver is a clinical variable too, and its sign one that half the patients lack.
/// </summary>
internal static class TwoTherapyCohort
{
    public const int Patients = 180;
    public const int Features = 120;
    private const int Block = 40;

    /// <param name="effect">How strongly the first driver goes with resistance, whatever the therapy.</param>
    /// <param name="shared">Patients given both.</param>
    /// <param name="seed">Seed of all numbers.</param>
    /// <param name="name">Name of the cohort.</param>
    public static Cohort Of(double effect, int shared, int seed = 3, string name = "two")
    {
        var random = new Random(seed);
        double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var values = new float[Features * Patients];
        var responded = new bool?[Patients];
        var (months, events) = (new double[Patients], new double[Patients]);
        var driver = new double[Patients];
        for (var p = 0; p < Patients; p++)
        {
            double[] drivers = [Normal(), Normal(), 0];
            driver[p] = drivers[0];
            for (var f = 0; f < Features; f++)
                values[(f * Patients) + p] = (float)(drivers[f / Block] + Normal());
            var risk = effect * drivers[0];
            responded[p] = random.NextDouble() < 1 / (1 + Math.Exp(risk));
            var time = -Math.Log(1 - random.NextDouble()) * 60 * Math.Exp(-risk);
            (months[p], events[p]) = (Math.Min(time, 90), time < 90 ? 1 : 0);
        }
        var apart = (Patients - shared) / 2;
        bool?[] Given(Func<int, bool> given) => [.. Enumerable.Range(0, Patients).Select(p => (bool?)given(p))];
        return new Cohort(
            name,
            [.. Enumerable.Range(0, Patients).Select(p => $"{name}{p}")],
            [
                new NumberVariable("driver", "DRIVER", driver),
                new StatusVariable("half", "HALF", [.. driver.Select((d, p) => p % 2 == 0 ? d > 0 : (bool?)null)]),
            ]
        )
        {
            Title = "Two therapies",
            Samples = [.. Enumerable.Range(0, Patients).Select(p => new Sample($"S{p}", p))],
            Treatments =
            [
                new Treatment("taxanes", Given(p => p < apart + shared)),
                new Treatment("radiotherapy", Given(p => p >= apart)),
                new Treatment("trastuzumab", Given(_ => false)),
            ],
            Outcomes = [new ResponseOutcome("pCR", responded), new SurvivalOutcome("OS", months, events)],
            Layers =
            [
                new MeasuredLayer(
                    "expression",
                    Level.RnaExpression,
                    MeasuredScale.Log,
                    [.. Enumerable.Range(0, Features).Select(f => $"G{f:D3}")],
                    [.. Enumerable.Range(0, Patients)],
                    FeatureMatrix.Of(Features, Patients, values)
                ),
            ],
        };
    }
}
