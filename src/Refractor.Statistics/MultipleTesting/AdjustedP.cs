namespace Refractor.Statistics.MultipleTesting;

/// <summary>
/// P values adjusted for the number of tests in a family. NaN is a test that was not made: it is left out of the count and stays NaN. The
/// family is what is handed over: say in the report whether that is all genes, all cut-offs or all cohorts.
/// </summary>
/// <remarks>
/// Every method takes p values or, with the suffix OfLog, their natural logarithms, and returns the same in the same order. Checked
/// against R p.adjust.
/// </remarks>
public static class AdjustedP
{
    /// <summary>False discovery rate of independent or positively dependent tests (Benjamini and Hochberg, J R Stat Soc B 1995).</summary>
    /// <param name="p">P values, 0 to 1; NaN where there is none.</param>
    /// <returns>Adjusted p values, in the order given.</returns>
    /// <exception cref="ArgumentException">A value lies outside 0 to 1.</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p) =>
        StepUp<PlainScale>(p, static (n, i) => (double)n / i);

    /// <summary>False discovery rate under any dependence (Benjamini and Yekutieli, Ann Stat 2001).</summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> p) => YekutieliOn<PlainScale>(p);

    /// <summary>Family-wise error rate under any dependence, step-down (Holm, Scand J Stat 1979).</summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static double[] Holm(ReadOnlySpan<double> p) => HolmOn<PlainScale>(p);

    /// <summary>Family-wise error rate of independent tests, step-up (Hochberg, Biometrika 1988).</summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static double[] Hochberg(ReadOnlySpan<double> p) => StepUp<PlainScale>(p, static (n, i) => n - i + 1);

    /// <summary>
    /// Family-wise error rate by closed Simes tests, never larger than <see cref="Hochberg"/> (Hommel, Biometrika 1988).
    /// </summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static double[] Hommel(ReadOnlySpan<double> p) => HommelAdjustment.Of<PlainScale>(p);

    /// <summary>Family-wise error rate under any dependence: p times the number of tests.</summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static double[] Bonferroni(ReadOnlySpan<double> p) => BonferroniOn<PlainScale>(p);

    /// <inheritdoc cref="BenjaminiHochberg"/>
    /// <param name="logP">Natural logarithms of p values, −∞ to 0; NaN where there is none.</param>
    /// <returns>Logarithms of adjusted p values, in the order given.</returns>
    /// <exception cref="ArgumentException">A value lies above 0.</exception>
    public static double[] BenjaminiHochbergOfLog(ReadOnlySpan<double> logP) =>
        StepUp<LogScale>(logP, static (n, i) => (double)n / i);

    /// <inheritdoc cref="BenjaminiHochbergOfLog"/>
    /// <inheritdoc cref="BenjaminiYekutieli" path="/summary"/>
    public static double[] BenjaminiYekutieliOfLog(ReadOnlySpan<double> logP) => YekutieliOn<LogScale>(logP);

    /// <inheritdoc cref="BenjaminiHochbergOfLog"/>
    /// <inheritdoc cref="Holm" path="/summary"/>
    public static double[] HolmOfLog(ReadOnlySpan<double> logP) => HolmOn<LogScale>(logP);

    /// <inheritdoc cref="BenjaminiHochbergOfLog"/>
    /// <inheritdoc cref="Hochberg" path="/summary"/>
    public static double[] HochbergOfLog(ReadOnlySpan<double> logP) =>
        StepUp<LogScale>(logP, static (n, i) => n - i + 1);

    /// <inheritdoc cref="BenjaminiHochbergOfLog"/>
    /// <inheritdoc cref="Hommel" path="/summary"/>
    public static double[] HommelOfLog(ReadOnlySpan<double> logP) => HommelAdjustment.Of<LogScale>(logP);

    /// <inheritdoc cref="BenjaminiHochbergOfLog"/>
    /// <inheritdoc cref="Bonferroni" path="/summary"/>
    public static double[] BonferroniOfLog(ReadOnlySpan<double> logP) => BonferroniOn<LogScale>(logP);

    /// <summary>From the largest p downwards: the smallest of p(j) × factor(n, j), j ≥ i, and 1.</summary>
    private static double[] StepUp<TScale>(ReadOnlySpan<double> p, Func<int, int, double> factor)
        where TScale : IProbabilityScale
    {
        var family = SortedFamily.Of<TScale>(p);
        var adjusted = family.Unadjusted();
        var smallest = TScale.One;
        for (var i = family.Count; i >= 1; i--)
        {
            smallest = Math.Min(smallest, TScale.Times(family.Sorted[i - 1], factor(family.Count, i)));
            adjusted[family.Order[i - 1]] = smallest;
        }
        return adjusted;
    }

    private static double[] YekutieliOn<TScale>(ReadOnlySpan<double> p)
        where TScale : IProbabilityScale
    {
        var harmonic = 0.0;
        foreach (var value in p)
            harmonic += double.IsNaN(value) ? 0 : 1;
        var count = (int)harmonic;
        harmonic = 0;
        for (var i = 1; i <= count; i++)
            harmonic += 1.0 / i;
        return StepUp<TScale>(p, (n, i) => harmonic * n / i);
    }

    /// <summary>From the smallest p upwards: the largest of p(j) × (n − j + 1), j ≤ i, at most 1.</summary>
    private static double[] HolmOn<TScale>(ReadOnlySpan<double> p)
        where TScale : IProbabilityScale
    {
        var family = SortedFamily.Of<TScale>(p);
        var adjusted = family.Unadjusted();
        var largest = double.NegativeInfinity;
        for (var i = 1; i <= family.Count; i++)
        {
            largest = Math.Max(largest, TScale.Times(family.Sorted[i - 1], family.Count - i + 1));
            adjusted[family.Order[i - 1]] = Math.Min(TScale.One, largest);
        }
        return adjusted;
    }

    private static double[] BonferroniOn<TScale>(ReadOnlySpan<double> p)
        where TScale : IProbabilityScale
    {
        var count = 0;
        foreach (var value in p)
            count += double.IsNaN(value) ? 0 : 1;
        var adjusted = new double[p.Length];
        for (var i = 0; i < p.Length; i++)
            adjusted[i] = Math.Min(TScale.One, TScale.Times(p[i], count));
        return adjusted;
    }
}
