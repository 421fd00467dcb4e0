namespace Refractor.Statistics;

/// <summary>
/// Runs work over features on several cores. Every feature writes only its own results, and blocks have a fixed size, so that the number
/// of threads never changes a digit.
/// </summary>
internal static class FeatureLoop
{
    private const int Block = 32;

    /// <summary>Runs a body over all features.</summary>
    /// <param name="features">How many.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    /// <param name="worker">
    /// Makes the body of one thread, with buffers of its own. The body gets the first feature and the one after the last of a block.
    /// </param>
    /// <param name="progress">Told how many features are done, from any thread and not in turn; null for none.</param>
    public static void Run(int features, int threads, Func<Action<int, int>> worker, IProgress<int>? progress = null) =>
        Run(features, threads, Block, worker, progress);

    /// <inheritdoc cref="Run(int, int, Func{Action{int, int}}, IProgress{int})"/>
    /// <param name="features">How many.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    /// <param name="block">Features in a block.</param>
    /// <param name="worker">Makes the body of one thread.</param>
    /// <param name="progress">Told how many features are done; null for none.</param>
    public static void Run(
        int features,
        int threads,
        int block,
        Func<Action<int, int>> worker,
        IProgress<int>? progress = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var blocks = (features + block - 1) / block;
        var count = Math.Min(threads == 0 ? Environment.ProcessorCount : threads, blocks);
        var (next, done) = (-1, 0);

        void Work()
        {
            var body = worker();
            for (var b = Interlocked.Increment(ref next); b < blocks; b = Interlocked.Increment(ref next))
            {
                var (from, to) = (b * block, Math.Min(features, (b + 1) * block));
                body(from, to);
                progress?.Report(Interlocked.Add(ref done, to - from));
            }
        }

        if (count <= 1)
            Work();
        else
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, _ => Work());
    }
}
