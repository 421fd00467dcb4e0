namespace Refractor.Statistics.Benchmarks;

/// <summary>One calculation to be timed, on files that other programs can read too.</summary>
/// <param name="Name">The task, as the R side names it, such as <c>limma_two</c>.</param>
/// <param name="Variant">How we do it, such as <c>refractor</c>, or <c>refractor_1thread</c>.</param>
/// <param name="Prepare">Loads what is needed and gives the calculation; it returns a number to compare with other programs.</param>
internal sealed record Workload(string Name, string Variant, Func<WorkloadData, Func<double>> Prepare);
