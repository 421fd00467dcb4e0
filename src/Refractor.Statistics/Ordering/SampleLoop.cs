namespace Refractor.Statistics.Ordering;

/// <summary>Runs work over the samples of a matrix, with the features of each in the order of their values.</summary>
internal static class SampleLoop
{
    /// <summary>Sorts every sample and hands it to the body.</summary>
    /// <param name="matrix">f features × n samples.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    /// <param name="worker">Makes the body of one thread; it gets the number of the sample and the order of its features.</param>
    public static void Run(FeatureMatrix matrix, int threads, Func<Action<int, ColumnSorter>> worker)
    {
        if (matrix.StoresSingles)
            Run<float>(matrix, threads, worker, static (sorter, column) => sorter.Sort(column));
        else
            Run<double>(matrix, threads, worker, static (sorter, column) => sorter.Sort(column));
    }

    private static void Run<T>(
        FeatureMatrix matrix,
        int threads,
        Func<Action<int, ColumnSorter>> worker,
        Action<ColumnSorter, ReadOnlySpan<T>> sort
    )
        where T : unmanaged
    {
        var f = matrix.Features;
        FeatureLoop.Run(
            matrix.Samples,
            threads,
            SampleColumns.Block,
            () =>
            {
                var body = worker();
                var sorter = new ColumnSorter(f);
                var columns = new T[SampleColumns.Block * f];
                return (from, to) =>
                {
                    SampleColumns.Copy<T>(matrix, from, to, columns);
                    for (var sample = from; sample < to; sample++)
                    {
                        sort(sorter, columns.AsSpan((sample - from) * f, f));
                        body(sample, sorter);
                    }
                };
            }
        );
    }
}
