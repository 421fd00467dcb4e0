using Refractor.Statistics.Distributions;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Distributions;

/// <summary>A call of a distribution function of R, with its value and our function for it.</summary>
internal sealed record RCall(string Place, string Function, Dictionary<string, double> Arguments, double Expected)
{
    public static RCall Read(ReferenceRow row) =>
        new(
            $"{row.Place} {row["args"]}",
            row["fn"],
            row["args"].Split(',').Select(a => a.Split('=')).ToDictionary(a => a[0], a => ReferenceTable.Parse(a[1])),
            row.Number("value")
        );

    /// <summary>The arguments but one.</summary>
    public string Key(string without) =>
        string.Join(",", Arguments.Where(a => a.Key != without).Select(a => $"{a.Key}={a.Value:R}"));

    private double this[string name] => Arguments[name];

    private bool IsLog => Arguments.GetValueOrDefault("log.p") == 1 || Arguments.GetValueOrDefault("log") == 1;

    private Tail Tail => Arguments.GetValueOrDefault("lower.tail", 1) == 1 ? Tail.Lower : Tail.Upper;

    public double Tolerance =>
        Function switch
        {
            "ptukey" => 1e-7,
            "qnorm" or "qt" or "qchisq" or "qf" or "qbeta" or "qgamma" => 1e-9,
            _ => !IsLog && Expected < 1e-30 ? 1e-10 : 1e-12,
        };

    /// <summary>
    /// Numbers below the smallest normal double have few digits, and R gives some of them as 0. R's ptukey calculates the lower tail to
    /// about 1e-10 and subtracts.
    /// </summary>
    public double Floor =>
        Function == "ptukey" ? 1e-10
        : IsLog ? 0
        : 2.3e-308;

    public double Ours() =>
        Function switch
        {
            "pnorm" => IsLog ? Normal.LogProbability(this["q"], Tail) : Normal.Probability(this["q"], Tail),
            "qnorm" => Normal.Quantile(this["p"]),
            "pt" => IsLog
                ? StudentT.LogProbability(this["q"], this["df"], Tail)
                : StudentT.Probability(this["q"], this["df"], Tail),
            "qt" => StudentT.Quantile(this["p"], this["df"]),
            "pchisq" => ChiSquared.Probability(this["q"], this["df"], Tail),
            "qchisq" => ChiSquared.Quantile(this["p"], this["df"]),
            "pf" => FDistribution.Probability(this["q"], this["df1"], this["df2"], Tail),
            "qf" => FDistribution.Quantile(this["p"], this["df1"], this["df2"]),
            "pbeta" => Beta.Probability(this["q"], this["shape1"], this["shape2"], Tail),
            "qbeta" => Beta.Quantile(this["p"], this["shape1"], this["shape2"]),
            "pgamma" => Gamma.Probability(this["q"], this["shape"], tail: Tail),
            "qgamma" => Gamma.Quantile(this["p"], this["shape"]),
            "pbinom" => Binomial.Probability(this["q"], this["size"], this["prob"], Tail),
            "dbinom" => Binomial.Density(this["x"], this["size"], this["prob"]),
            "ppois" => Poisson.Probability(this["q"], this["lambda"], Tail),
            "phyper" => IsLog
                ? Hypergeometric.LogProbability(this["q"], this["m"], this["n"], this["k"], Tail)
                : Hypergeometric.Probability(this["q"], this["m"], this["n"], this["k"], Tail),
            "dhyper" => Hypergeometric.Density(this["x"], this["m"], this["n"], this["k"]),
            "dnbinom" => IsLog
                ? NegativeBinomial.LogDensity(this["x"], this["size"], this["mu"])
                : NegativeBinomial.Density(this["x"], this["size"], this["mu"]),
            "pwilcox" => WilcoxonRankSum.Probability(this["q"], (int)this["m"], (int)this["n"], Tail),
            "psignrank" => WilcoxonSignedRank.Probability(this["q"], (int)this["n"], Tail),
            "ptukey" => StudentizedRange.Probability(this["q"], this["nmeans"], this["df"], Tail),
            "lgamma" => SpecialFunctions.LogGamma(this["x"]),
            "digamma" => SpecialFunctions.Digamma(this["x"]),
            "trigamma" => SpecialFunctions.Trigamma(this["x"]),
            "limma::trigammaInverse" => SpecialFunctions.TrigammaInverse(this["x"]),
            _ => throw new NotSupportedException($"{Place}: no function for {Function}."),
        };
}
