namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>The sandwich variance: the sum of squared changes of the coefficients when a patient is left out.</summary>
internal static class RobustVariance
{
    /// <summary>p × p variance.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="clusters">n numbers of patients by row of the input; null for every row on its own.</param>
    public static double[,] Of(CoxFit fit, int[]? clusters)
    {
        var changes = CoxResiduals.DfBeta(fit);
        if (clusters is not null)
            changes = Array.ConvertAll(changes, c => SumsByCluster(c, fit.Sample.Risk.Rows, clusters));
        var p = changes.Length;
        var variance = new double[p, p];
        for (var k = 0; k < p; k++)
        for (var l = 0; l < p; l++)
        for (var i = 0; i < changes[k].Length; i++)
            variance[k, l] += changes[k][i] * changes[l][i];
        return variance;
    }

    private static double[] SumsByCluster(double[] values, int[] rows, int[] clusters)
    {
        var sums = new Dictionary<int, double>();
        for (var i = 0; i < values.Length; i++)
            sums[clusters[rows[i]]] = sums.GetValueOrDefault(clusters[rows[i]]) + values[i];
        return [.. sums.Values];
    }
}
