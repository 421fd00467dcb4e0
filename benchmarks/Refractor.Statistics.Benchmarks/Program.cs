using System.Globalization;
using Refractor.Statistics.Benchmarks;
using Refractor.Statistics.Benchmarks.Making;
using Refractor.Statistics.Benchmarks.Workloads;

Workload[] workloads =
[
    .. CountWorkloads.All,
    .. CoxWorkloads.All,
    .. DistributionWorkloads.All,
    .. EnrichmentWorkloads.All,
    .. LinearModelWorkloads.All,
    .. MetaAnalysisWorkloads.All,
    .. MixtureWorkloads.All,
    .. RegressionWorkloads.All,
    .. ElasticNetWorkloads.All,
    .. NormalisationWorkloads.All,
    .. RankStatisticsWorkloads.All,
    .. ReadingWorkloads.All,
    .. SampleScoreWorkloads.All,
    .. SurvivalCurveWorkloads.All,
    .. SurvivalScreenWorkloads.All,
];

if (args is ["list"])
{
    foreach (var workload in workloads)
        Console.WriteLine($"{workload.Name} {workload.Variant}");
    return 0;
}
if (args is ["make", var target, .. var sizes])
{
    WorkloadMaker.Make(target, sizes.Length > 0 ? sizes : ["small", "medium", "large"], seed: 20261127);
    return 0;
}
if (args is ["table", var comparisons, var times])
{
    ComparisonTable.Write(comparisons, times, Console.Out);
    return 0;
}
if (args is [var folder, var name, var variant, var size, .. var rest] && rest.Length <= 2)
{
    if (workloads.FirstOrDefault(w => w.Name == name && w.Variant == variant) is not { } workload)
    {
        Console.Error.WriteLine($"No workload '{name}' with variant '{variant}'; 'list' prints all.");
        return 2;
    }
    var runs = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 5;
    var calculation = workload.Prepare(new WorkloadData(folder, size));
    for (var run = 1; run <= runs; run++)
    {
        var line = Measurement.Of(calculation).ToLine(workload, size, run);
        Console.WriteLine(line);
        if (rest.Length > 1)
            File.AppendAllText(rest[1], line + "\n");
    }
    return 0;
}
Console.Error.WriteLine(
    "usage: list | make <folder> [small] [medium] [large] | table <comparisons> <times> | <data folder> <workload> <variant> <size> [runs] [table to append to]"
);
return 2;
