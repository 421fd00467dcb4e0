using Refractor.Statistics.Distributions;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>What every screen of 20,000 features ends with: p values of its statistics, and their adjustment.</summary>
internal static class DistributionWorkloads
{
    private const int Features = 20_000;

    public static IEnumerable<Workload> All =>
        [
            new("t_tails", "refractor", _ => Tails((values, logP) => StudentT.TwoSidedLog(values, 58.3, logP))),
            new("normal_tails", "refractor", _ => Tails((values, logP) => Normal.TwoSidedLog(values, logP))),
            new("chisq_tails", "refractor", _ => Tails((values, logP) => ChiSquared.LogUpperTail(values, 1, logP))),
            new("p_adjust", "refractor_BH", _ => Adjust(AdjustedP.BenjaminiHochberg)),
            new("p_adjust", "refractor_BH_log", _ => AdjustLog(AdjustedP.BenjaminiHochbergOfLog)),
            new("p_adjust", "refractor_hommel", _ => Adjust(AdjustedP.Hommel)),
        ];

    private delegate void Tail(double[] values, double[] logP);

    private delegate double[] Adjustment(ReadOnlySpan<double> p);

    private static Func<double> Tails(Tail tail)
    {
        var values = Statistics();
        var logP = new double[Features];
        return () =>
        {
            tail(values, logP);
            return logP.Sum();
        };
    }

    private static Func<double> Adjust(Adjustment adjustment)
    {
        double[] p = [.. Statistics().Select(t => StudentT.TwoSided(t, 58.3).Value)];
        return () => adjustment(p).Sum();
    }

    private static Func<double> AdjustLog(Adjustment adjustment)
    {
        double[] logP = [.. Statistics().Select(t => StudentT.TwoSided(t, 58.3).Log)];
        return () => adjustment(logP).Sum();
    }

    /// <summary>Normal scores of the ranks, in mixed order, three times as wide for every tenth feature.</summary>
    private static double[] Statistics() =>
        [
            .. Enumerable
                .Range(0, Features)
                .Select(i => Normal.Quantile(((long)i * 7919 % Features + 0.5) / Features) * (i % 10 == 0 ? 3 : 1)),
        ];
}
