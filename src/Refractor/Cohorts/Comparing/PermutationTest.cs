namespace Refractor.Cohorts.Comparing;

/// <summary>A measure of agreement beside what it is with permuted outcomes.</summary>
/// <param name="Observed">The measure; NaN if there is none, and then there is no p.</param>
/// <param name="Permuted">The measure under each permutation. One that has no number counts as reaching the observed.</param>
public sealed record PermutationTest(double Observed, IReadOnlyList<double> Permuted)
{
    private readonly double[] _ordered = [.. Permuted.Where(double.IsFinite).Order()];

    /// <summary>Mean under permutation: what shared patients alone bring about.</summary>
    public double Mean => _ordered.Length > 0 ? _ordered.Average() : double.NaN;

    /// <summary>2.5 % point of the permuted measures.</summary>
    public double Low => At(0.025);

    /// <summary>97.5 % point of the permuted measures.</summary>
    public double High => At(0.975);

    /// <summary>One-sided p: (1 + permutations that reach the observed or more) / (1 + permutations).</summary>
    public double PGreater => Share(v => !(v < Observed));

    /// <summary>Two-sided p: twice that of the nearer tail.</summary>
    public double PTwoSided => Math.Min(1, 2 * Math.Min(PGreater, Share(v => !(v > Observed))));

    private double Share(Func<double, bool> reaches) =>
        double.IsNaN(Observed) ? double.NaN : (1.0 + Permuted.Count(reaches)) / (1 + Permuted.Count);

    private double At(double share) =>
        _ordered.Length > 0 ? _ordered[(int)Math.Round(share * (_ordered.Length - 1))] : double.NaN;
}
