using Refractor.Statistics.Survival;

namespace Refractor.Statistics.ElasticNet;

/// <summary>
/// The coefficients of a regression on many features as its penalty λ((1 − α)/2 Σβ² + α Σ|β|) falls, on the scale of the features; the
/// penalty itself is on features scaled to variance 1.
/// </summary>
/// <remarks>
/// Friedman, Hastie and Tibshirani, J Stat Softw 2010; Simon et al., J Stat Softw 2011. Each step is brought to full precision. Checked against
/// R's glmnet with a threshold of 1e-14: penalties to 1e-10, coefficients to 1e-5 (Cox and ridge logistic 1e-4), deviance ratios to 1e-6.
/// </remarks>
public sealed class ElasticNetPath
{
    private readonly double[][] _coefficients;

    internal ElasticNetPath(Steps steps, double nullDeviance, int n)
    {
        Lambdas = [.. steps.Lambdas];
        DevianceRatios = [.. steps.Ratios];
        Intercepts = [.. steps.Intercepts];
        _coefficients = [.. steps.Coefficients];
        (NullDeviance, N) = (nullDeviance, n);
    }

    /// <summary>Penalties, falling. At the first all coefficients are 0.</summary>
    public double[] Lambdas { get; }

    /// <summary>Share of the null deviance explained at each penalty.</summary>
    public double[] DevianceRatios { get; }

    /// <summary>Intercepts; 0 for Cox.</summary>
    public double[] Intercepts { get; }

    /// <summary>Deviance without features: twice the log likelihood missing to a saturated model.</summary>
    public double NullDeviance { get; }

    /// <summary>Samples used: those with all features and the response known.</summary>
    public int N { get; }

    /// <summary>The f coefficients at a step.</summary>
    public ReadOnlySpan<double> Coefficients(int step) => _coefficients[step];

    /// <summary>Number of coefficients that are not 0 at a step.</summary>
    public int NonZero(int step) => _coefficients[step].Count(b => b != 0);

    /// <summary>
    /// Intercept and coefficients at any penalty: between two steps in proportion, beyond the path those of its end, as glmnet's
    /// <c>coef(s = )</c>.
    /// </summary>
    public (double Intercept, double[] Coefficients) At(double lambda)
    {
        var right = Array.FindIndex(Lambdas, l => l <= lambda);
        if (right <= 0)
        {
            var end = right == 0 ? 0 : Lambdas.Length - 1;
            return (Intercepts[end], (double[])_coefficients[end].Clone());
        }
        var left = right - 1;
        var share = (lambda - Lambdas[right]) / (Lambdas[left] - Lambdas[right]);
        return (
            share * Intercepts[left] + (1 - share) * Intercepts[right],
            [.. _coefficients[left].Zip(_coefficients[right], (a, b) => share * a + (1 - share) * b)]
        );
    }

    /// <summary>Linear regression of a measured response.</summary>
    /// <param name="features">f features × n samples; a sample with a missing value is left out.</param>
    /// <param name="response">n values; NaN is missing.</param>
    /// <param name="options">Kind and number of penalties; the defaults if null.</param>
    /// <returns>The path; or TooFewValues (below two samples), NoVariation (a constant response, or only constant features).</returns>
    /// <exception cref="ArgumentException">Lengths differ, or an option lies outside its range.</exception>
    public static Estimate<ElasticNetPath> Gaussian(
        FeatureMatrix features,
        ReadOnlySpan<double> response,
        ElasticNetOptions? options = null
    ) => new PathInput(features, PathFamily.Gaussian(response), options).Fit();

    /// <summary>Logistic regression of an outcome.</summary>
    /// <inheritdoc cref="Gaussian"/>
    /// <param name="features">f features × n samples; a sample with a missing value is left out.</param>
    /// <param name="outcomes">n values: 1 for the event, 0 for none, NaN for unknown.</param>
    /// <param name="options">Kind and number of penalties; the defaults if null.</param>
    /// <returns>The path; or TooFewValues, NoVariation (all outcomes equal, or only constant features).</returns>
    public static Estimate<ElasticNetPath> Binomial(
        FeatureMatrix features,
        ReadOnlySpan<double> outcomes,
        ElasticNetOptions? options = null
    ) => new PathInput(features, PathFamily.Binomial(outcomes), options).Fit();

    /// <summary>Cox regression of follow-up, ties after Breslow, as glmnet has it; no intercept.</summary>
    /// <param name="features">f features × n patients; a patient with a missing value is left out.</param>
    /// <param name="times">Follow-up of the n patients, without late entry.</param>
    /// <param name="options">Kind and number of penalties; the defaults if null.</param>
    /// <returns>The path; or TooFewValues, NoEvents, NoVariation (only constant features).</returns>
    /// <exception cref="ArgumentException">Lengths differ, there is late entry, or an option lies outside its range.</exception>
    public static Estimate<ElasticNetPath> Cox(
        FeatureMatrix features,
        SurvivalTimes times,
        ElasticNetOptions? options = null
    ) => new PathInput(features, PathFamily.Cox(times), options).Fit();

    /// <summary>What grows while the path is followed.</summary>
    internal sealed class Steps
    {
        public List<double> Lambdas { get; } = [];

        public List<double> Ratios { get; } = [];

        public List<double> Intercepts { get; } = [];

        public List<double[]> Coefficients { get; } = [];

        public void Add(double lambda, double ratio, double intercept, double[] coefficients)
        {
            Lambdas.Add(lambda);
            Ratios.Add(ratio);
            Intercepts.Add(intercept);
            Coefficients.Add(coefficients);
        }
    }
}
