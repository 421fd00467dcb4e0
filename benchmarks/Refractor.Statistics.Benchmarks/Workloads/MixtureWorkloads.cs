using Refractor.Statistics.Mixtures;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Non-negative least squares for 500 samples: cell types in bulk expression, mutational signatures in counts.</summary>
internal static class MixtureWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            .. Variants("deconv_nnls", "sig_547x22.tsv", "bulk_547x500.tsv"),
            .. Variants("sbs_nnls", "sbs_96x60.tsv", "sbs_counts_96x500.tsv"),
        ];

    private static IEnumerable<Workload> Variants(string task, string components, string mixtures)
    {
        foreach (var repeats in (int[])[1, 20])
        {
            var name = repeats == 1 ? task : $"{task}_x{repeats}";
            yield return new("nnls", $"refractor_{name}", data => Fit(data, components, mixtures, repeats, threads: 0));
            yield return new(
                "nnls",
                $"refractor_{name}_1thread",
                data => Fit(data, components, mixtures, repeats, threads: 1)
            );
        }
    }

    private static Func<double> Fit(WorkloadData data, string components, string mixtures, int repeats, int threads)
    {
        var (known, mixed) = (data.Matrix(components), data.Matrix(mixtures));
        return () =>
        {
            var sum = 0.0;
            for (var i = 0; i < repeats; i++)
                sum = LeastSquaresMixture.Fit(known, mixed, threads: threads).Coefficients.Sum();
            return sum;
        };
    }
}
