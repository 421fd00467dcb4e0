namespace Refractor.Statistics.ElasticNet;

/// <summary>
/// Chooses the penalty of an elastic net: each fold is predicted by a path fitted to the others, at the penalties of the path of all samples.
/// </summary>
/// <remarks>
/// Checked against R's <c>cv.glmnet(foldid = , type.measure = "deviance")</c> to 1e-5. As there, each fold follows a path of its own, from which
/// predictions at other penalties are taken in proportion.
/// </remarks>
public sealed class ElasticNetCrossValidation
{
    private ElasticNetCrossValidation(ElasticNetPath path, double[] means, double[] errors)
    {
        (Path, MeanLosses, StandardErrors) = (path, means, errors);
        Best = Array.IndexOf(means, means.Min());
        Sparsest = Array.FindIndex(means, m => m <= means[Best] + errors[Best]);
    }

    /// <summary>The path of all samples.</summary>
    public ElasticNetPath Path { get; }

    /// <summary>Mean loss at each penalty: squared error, or deviance of one outcome.</summary>
    public double[] MeanLosses { get; }

    /// <summary>Their standard errors, from the differences between folds.</summary>
    public double[] StandardErrors { get; }

    /// <summary>Step of the smallest mean loss (glmnet's lambda.min).</summary>
    public int Best { get; }

    /// <summary>First step whose mean loss lies within a standard error of the smallest (glmnet's lambda.1se).</summary>
    public int Sparsest { get; }

    /// <summary>Cross-validates a linear regression.</summary>
    /// <param name="features">f features × n samples; a sample with a missing value is left out.</param>
    /// <param name="response">n values; NaN is missing.</param>
    /// <param name="folds">n numbers of folds, at least three different ones.</param>
    /// <param name="options">Kind and number of penalties; the defaults if null.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The results do not depend on it.</param>
    /// <returns>The result; or why the path of all samples, or of one without a fold, cannot be fitted.</returns>
    /// <exception cref="ArgumentException">Lengths differ, there are fewer than three folds, or an option lies outside its range.</exception>
    public static Estimate<ElasticNetCrossValidation> Gaussian(
        FeatureMatrix features,
        ReadOnlySpan<double> response,
        IReadOnlyList<int> folds,
        ElasticNetOptions? options = null,
        int threads = 0
    ) => Run(features, PathFamily.Gaussian(response), folds, options, threads);

    /// <summary>Cross-validates a logistic regression.</summary>
    /// <inheritdoc cref="Gaussian"/>
    /// <param name="features">f features × n samples; a sample with a missing value is left out.</param>
    /// <param name="outcomes">n values: 1 for the event, 0 for none, NaN for unknown.</param>
    /// <param name="folds">n numbers of folds, at least three different ones.</param>
    /// <param name="options">Kind and number of penalties; the defaults if null.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The results do not depend on it.</param>
    public static Estimate<ElasticNetCrossValidation> Binomial(
        FeatureMatrix features,
        ReadOnlySpan<double> outcomes,
        IReadOnlyList<int> folds,
        ElasticNetOptions? options = null,
        int threads = 0
    ) => Run(features, PathFamily.Binomial(outcomes), folds, options, threads);

    private static Estimate<ElasticNetCrossValidation> Run(
        FeatureMatrix features,
        PathFamily family,
        IReadOnlyList<int> folds,
        ElasticNetOptions? options,
        int threads
    )
    {
        if (folds.Count != family.Samples)
            throw new ArgumentException(
                $"{family.Samples} samples need as many fold numbers; found {folds.Count}.",
                nameof(folds)
            );
        var input = new PathInput(features, family, options);
        int[] numbers = [.. input.Rows.Select(r => folds[r]).Distinct().Order()];
        if (numbers.Length < 3)
            throw new ArgumentException($"Found {numbers.Length} folds; expected at least three.", nameof(folds));
        var whole = input.Fit();
        if (!whole.IsEstimable)
            return whole.Reason;
        var parts = new Estimate<ElasticNetPath>[numbers.Length];
        FeatureLoop.Run(
            numbers.Length,
            threads,
            block: 1,
            () =>
                (from, to) =>
                {
                    for (var k = from; k < to; k++)
                        parts[k] = input.Fit([.. input.Rows.Where(r => folds[r] != numbers[k])]);
                }
        );
        if (parts.Any(p => !p.IsEstimable))
            return parts.First(p => !p.IsEstimable).Reason;
        int[][] held = [.. numbers.Select(k => input.Rows.Where(r => folds[r] == k).ToArray())];
        return Summarise(whole.Value, [.. parts.Select(p => p.Value)], held, features, family);
    }

    private static ElasticNetCrossValidation Summarise(
        ElasticNetPath whole,
        ElasticNetPath[] parts,
        int[][] held,
        FeatureMatrix features,
        PathFamily family
    )
    {
        var columns = new double[features.Features][];
        for (var j = 0; j < columns.Length; j++)
            features.CopyFeature(j, columns[j] = new double[features.Samples]);
        var steps = whole.Lambdas.Length;
        var (means, errors) = (new double[steps], new double[steps]);
        for (var s = 0; s < steps; s++)
        {
            double[] losses =
            [
                .. parts.Select((p, k) => MeanLoss(p.At(whole.Lambdas[s]), held[k], columns, family.Losses!)),
            ];
            double total = held.Sum(h => h.Length);
            means[s] = losses.Select((l, k) => l * held[k].Length / total).Sum();
            var spread = losses.Select((l, k) => (l - means[s]) * (l - means[s]) * held[k].Length / total).Sum();
            errors[s] = Math.Sqrt(spread / (parts.Length - 1));
        }
        return new ElasticNetCrossValidation(whole, means, errors);
    }

    private static double MeanLoss(
        (double Intercept, double[] Coefficients) fit,
        int[] rows,
        double[][] columns,
        Func<int, double, double> losses
    )
    {
        var predictors = new double[rows.Length];
        Array.Fill(predictors, fit.Intercept);
        for (var j = 0; j < columns.Length; j++)
        {
            if (fit.Coefficients[j] == 0)
                continue;
            for (var i = 0; i < rows.Length; i++)
                predictors[i] += fit.Coefficients[j] * columns[j][rows[i]];
        }
        return rows.Select((r, i) => losses(r, predictors[i])).Average();
    }
}
