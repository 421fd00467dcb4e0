using Refractor.Cohorts;
using Refractor.Knowledge;
using Refractor.Statistics;

namespace Refractor.Tests.Cohorts;

/// <summary>
/// A made-up cohort: GOOD is higher in responders, BAD shortens survival, NOISE does nothing, FLAT does not vary. Every third patient was
/// not treated; receptors cycle.
/// </summary>
internal static class MadeCohort
{
    public const int Patients = 120;

    public static Cohort Of(int seed = 5)
    {
        var random = new Random(seed);
        double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var responded = new bool?[Patients];
        var (months, happened) = (new double[Patients], new double[Patients]);
        var (age, values) = (new double[Patients], new float[4 * Patients]);
        for (var p = 0; p < Patients; p++)
        {
            var (bad, noise) = (Normal(), Normal());
            responded[p] = p == 7 ? null : random.NextDouble() < 0.4;
            var good = Normal() + (responded[p] == true ? 1.5 : 0);
            var time = -Math.Log(1 - random.NextDouble()) * 60 * Math.Exp(-bad);
            (months[p], happened[p]) = (Math.Min(time, 90), time < 90 ? 1 : 0);
            age[p] = 40 + random.Next(40);
            (values[p], values[Patients + p]) = ((float)good, (float)bad);
            (values[(2 * Patients) + p], values[(3 * Patients) + p]) = (p == 3 ? float.NaN : (float)noise, 2);
        }
        bool?[] er = [.. Enumerable.Range(0, Patients).Select(p => (bool?)(p % 4 < 2))];
        bool?[] her2 = [.. Enumerable.Range(0, Patients).Select(p => p % 10 == 9 ? null : (bool?)(p % 2 == 0))];
        return new Cohort(
            "made",
            [.. Enumerable.Range(0, Patients).Select(p => $"P{p}")],
            [
                new NumberVariable("age", "AGE", age),
                new StatusVariable("er", "ER", er),
                new StatusVariable("her2", "HER2", her2),
            ]
        )
        {
            Title = "A made-up cohort",
            Samples = [.. Enumerable.Range(0, Patients).Select(p => new Sample($"P{p}", p))],
            Treatments =
            [
                new Treatment(
                    "chemotherapy",
                    [.. Enumerable.Range(0, Patients).Select(p => p == 11 ? null : (bool?)(p % 3 != 0))]
                ),
            ],
            Outcomes = [new ResponseOutcome("pCR", responded), new SurvivalOutcome("OS", months, happened)],
            Layers =
            [
                new MeasuredLayer(
                    "expression",
                    Level.RnaExpression,
                    MeasuredScale.Log,
                    ["GOOD", "BAD", "NOISE", "FLAT"],
                    [.. Enumerable.Range(0, Patients)],
                    FeatureMatrix.Of(4, Patients, values)
                ),
            ],
            Mutations = new MutationLayer(
                [
                    .. Enumerable
                        .Range(0, 30)
                        .Select(p => new Mutation(p, "TP53", "Missense_Mutation", "p.R175H", 10, 40)),
                ],
                [.. Enumerable.Range(0, Patients).Select(p => p < 90 ? GenePanel.AllGenes("exome") : null)]
            ),
        };
    }
}
