using Refractor.Statistics.Distributions;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>What every screen of 20,000 features ends with: p values of its statistics, and their adjustment.</summary>
internal static class DistributionWorkloads
{
    private const int Features = 20_000;

    /// <summary>One takes less than the clock of R can tell.</summary>
    private const int Repetitions = 100;

    public static IEnumerable<Workload> All =>
        [
            new("t_tails", "refractor", _ => Tails(Statistics(), (t, logP) => StudentT.TwoSidedLog(t, 58.3, logP))),
            new("normal_tails", "refractor", _ => Tails(Statistics(), (z, logP) => Normal.TwoSidedLog(z, logP))),
            new("chisq_tails", "refractor", _ => Tails(Squares(), (x, logP) => ChiSquared.LogUpperTail(x, 1, logP))),
            new("p_adjust", "refractor_BH", _ => Adjust(AdjustedP.BenjaminiHochberg, p => p.Value)),
            new("p_adjust", "refractor_BH_log", _ => Adjust(AdjustedP.BenjaminiHochbergOfLog, p => p.Log)),
            new("p_adjust", "refractor_hommel", _ => Adjust(AdjustedP.Hommel, p => p.Value)),
        ];

    private delegate void Tail(double[] values, double[] logP);

    private delegate double[] Adjustment(ReadOnlySpan<double> p);

    private static Func<double> Tails(double[] values, Tail tail)
    {
        var logP = new double[Features];
        return () =>
        {
            for (var i = 0; i < Repetitions; i++)
                tail(values, logP);
            return logP.Sum();
        };
    }

    private static Func<double> Adjust(Adjustment adjustment, Func<PValue, double> form)
    {
        double[] p = [.. Statistics().Select(t => form(StudentT.TwoSided(t, 58.3)))];
        return () =>
        {
            double[] adjusted = [];
            for (var i = 0; i < Repetitions; i++)
                adjusted = adjustment(p);
            return adjusted.Sum();
        };
    }

    /// <summary>Normal scores of the ranks, in mixed order, three times as wide for every tenth feature.</summary>
    private static double[] Statistics() =>
        [
            .. Enumerable
                .Range(0, Features)
                .Select(i => Normal.Quantile(((long)i * 7919 % Features + 0.5) / Features) * (i % 10 == 0 ? 3 : 1)),
        ];

    private static double[] Squares() => [.. Statistics().Select(z => z * z)];
}
