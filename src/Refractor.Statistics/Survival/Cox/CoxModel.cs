using System.Globalization;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.Survival.Cox.Fitting;
using Refractor.Statistics.Survival.Discrimination;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>A fitted Cox regression. Arrays by row have n values, NaN in rows that were left out.</summary>
public sealed class CoxModel
{
    private readonly CoxModelInput _input;
    private readonly CoxFit _fit;
    private readonly Lazy<Estimate<Concordance>> _concordance;

    internal CoxModel(CoxModelInput input, CoxFit fit)
    {
        (_input, _fit) = (input, fit);
        Coefficients = CoxCoefficients.Of(input, fit);
        _concordance = new(FindConcordance);
    }

    /// <summary>One per column of the covariates, in their order.</summary>
    public IReadOnlyList<CoxCoefficient> Coefficients { get; }

    /// <summary>The coefficient of a column, such as <c>age</c> or <c>size20-50</c>.</summary>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public CoxCoefficient this[string column] =>
        Coefficients.FirstOrDefault(c => c.Name == column)
        ?? throw new ArgumentException(
            $"Found no column '{column}'; there are {string.Join(", ", Coefficients.Select(c => c.Name))}.",
            nameof(column)
        );

    /// <summary>Number of rows used.</summary>
    public int N => _fit.Sample.Risk.N;

    /// <summary>Number of events among them.</summary>
    public int Events => _fit.Sample.Risk.Events;

    /// <summary>Number of rows left out, for missing follow-up, covariate, weight or stratum.</summary>
    public int Missing => _input.Times.Missing;

    /// <summary>Treatment of tied events.</summary>
    public CoxTies Ties => _input.Options.Ties;

    /// <summary>
    /// Whether covariates separate patients with event from those without: the ordinary estimate is infinite, and the coefficients are
    /// Firth's.
    /// </summary>
    public bool Separation => _fit.Maximum.Outcome == NotEstimable.Separation;

    /// <summary>Whether the coefficients maximise Firth's penalised likelihood; that of Breslow's ties if exact ones were asked for.</summary>
    public bool Penalised => _fit.Firth is not null;

    /// <summary>Number of Newton steps to the maximum of the partial likelihood.</summary>
    public int Iterations => _fit.Maximum.Iterations;

    /// <summary>Number of estimable coefficients.</summary>
    public int DegreesOfFreedom => _input.Active.Length;

    /// <summary>
    /// Maximum of the log partial likelihood, without penalty; with <see cref="Separation"/> its least upper bound, to 1e-8.
    /// </summary>
    public double LogLikelihood => _fit.Maximum.LogLikelihood;

    /// <summary>Log partial likelihood with all coefficients 0.</summary>
    public double NullLogLikelihood => _fit.Maximum.NullLogLikelihood;

    /// <summary>Akaike's criterion: 2 × degrees of freedom − 2 × <see cref="LogLikelihood"/>.</summary>
    public double Aic => 2 * DegreesOfFreedom - 2 * LogLikelihood;

    /// <summary>Test of all coefficients by the likelihood that was maximised: the penalised one if <see cref="Penalised"/>.</summary>
    public CoxTest LikelihoodRatioTest =>
        CoxTest.Of(
            _fit.Firth is { } firth
                ? Math.Max(0, 2 * (firth.LogLikelihood - firth.NullLogLikelihood))
                : 2 * (LogLikelihood - NullLogLikelihood),
            DegreesOfFreedom
        );

    /// <summary>Test of all coefficients from their variance, the robust one if there is one.</summary>
    public CoxTest WaldTest
    {
        get
        {
            var solved = (double[])_fit.Coefficients.Clone();
            if (Cholesky.Of(Variance) is not { } factor)
                return new CoxTest(double.NaN, DegreesOfFreedom, PValue.None);
            factor.Solve(solved);
            return CoxTest.Of(solved.Zip(_fit.Coefficients, (s, b) => s * b).Sum(), DegreesOfFreedom);
        }
    }

    /// <summary>Test of all coefficients from the slope of the likelihood at 0; the log-rank test, but for ties.</summary>
    public CoxTest ScoreTest => CoxTest.Of(_fit.Maximum.ScoreStatistic, DegreesOfFreedom);

    /// <summary>
    /// Harrell's concordance of the linear predictor with survival, within strata; or NoComparablePairs. With clusters its standard error
    /// adds up within patients.
    /// </summary>
    public Estimate<Concordance> Concordance => _concordance.Value;

    /// <summary>
    /// Covariance of the coefficients, the robust one if there is one; NaN in rows and columns of coefficients that are not estimable.
    /// </summary>
    public double[,] Covariance()
    {
        var p = Coefficients.Count;
        var covariance = new double[p, p];
        for (var k = 0; k < p; k++)
        for (var l = 0; l < p; l++)
        {
            var (a, b) = (Array.IndexOf(_input.Active, k), Array.IndexOf(_input.Active, l));
            covariance[k, l] = a < 0 || b < 0 ? double.NaN : Variance[a, b];
        }
        return covariance;
    }

    /// <summary>
    /// n linear predictors, less that of the mean patient. Columns that hold only −1, 0 and 1 are not centred, as in R.
    /// </summary>
    public double[] LinearPredictors()
    {
        var predictor = new double[N];
        _fit.Sample.LinearPredictor(_fit.Coefficients, predictor);
        var shift = 0.0;
        for (var k = 0; k < _fit.Coefficients.Length; k++)
            if (IsIndicator(_fit.Sample.Columns[k], _fit.Sample.Means[k]))
                shift += _fit.Coefficients[k] * _fit.Sample.Means[k];
        return ByRow(Array.ConvertAll(predictor, v => v + shift));
    }

    /// <summary>n martingale residuals: event (1 or 0) minus the number of events expected from the model.</summary>
    public double[] MartingaleResiduals() => ByRow(CoxResiduals.Martingale(_fit));

    /// <summary>n deviance residuals: martingale residuals made symmetric around 0.</summary>
    public double[] DevianceResiduals() => ByRow(CoxResiduals.Deviance(_fit));

    /// <summary>For each estimable column n score residuals: the part of each row in the slope of the likelihood.</summary>
    /// <exception cref="InvalidOperationException">Ties were taken as exact.</exception>
    public IReadOnlyList<double[]> ScoreResiduals() =>
        NotExact<double[][]>([.. CoxResiduals.Score(_fit).Select(ByRow)]);

    /// <summary>
    /// For each estimable column n values: by how much its coefficient would fall, to first order, if the row were left out. R's dfbeta.
    /// </summary>
    /// <exception cref="InvalidOperationException">Ties were taken as exact.</exception>
    public IReadOnlyList<double[]> DfBetas() => NotExact<double[][]>([.. CoxResiduals.DfBeta(_fit).Select(ByRow)]);

    /// <summary>For each event the covariates of the patient less their mean over those at risk.</summary>
    /// <exception cref="InvalidOperationException">Ties were taken as exact.</exception>
    public SchoenfeldResiduals SchoenfeldResiduals() => NotExact(new SchoenfeldResiduals(_fit));

    /// <summary>Tests whether the hazard ratios stay constant over time.</summary>
    /// <param name="transform">The function of time with which they are suspected to change.</param>
    public ProportionalHazardsTest TestProportionalHazards(TimeTransform transform = TimeTransform.KaplanMeier) =>
        ProportionalHazardsTest.Of(_fit, transform, [.. _input.Active.Select(k => _input.ColumnNames[k].Term)]);

    /// <summary>Cumulative hazard of a patient whose covariates are all 0, in each stratum.</summary>
    public IReadOnlyList<BaselineHazard> BaselineHazards()
    {
        var factor = Math.Exp(-_fit.Coefficients.Zip(_fit.Sample.Means, (b, m) => b * m).Sum());
        var strata = _input.Strata?.Numbers ?? [0];
        return
        [
            .. strata.Select(
                (number, index) =>
                {
                    var (times, hazard) = CoxHazards.Centred(_fit, index);
                    return new BaselineHazard(number, times, Array.ConvertAll(hazard, h => h * factor));
                }
            ),
        ];
    }

    /// <summary>Survival that the model predicts for a patient.</summary>
    /// <param name="values">One value per coefficient, in their order; not used where the coefficient is not estimable.</param>
    /// <param name="stratum">Number of the stratum; not used in a model without strata.</param>
    /// <exception cref="ArgumentException">The number of values differs from that of the coefficients, or there is no such stratum.</exception>
    public PredictedSurvival PredictSurvival(IReadOnlyList<double> values, int stratum = 0)
    {
        if (values.Count != Coefficients.Count)
            throw new ArgumentException($"Found {values.Count} values; expected {Coefficients.Count}.", nameof(values));
        var index = _input.Strata is { } strata ? Array.IndexOf(strata.Numbers, stratum) : 0;
        if (index < 0)
            throw new ArgumentException($"The model has no stratum {stratum}.", nameof(stratum));
        var centred = _input.Active.Select((k, a) => values[k] - _fit.Sample.Means[a]).ToArray();
        var level = _input.Options.Level;
        return CoxHazards.Predict(_fit, Variance, centred, index, Normal.Quantile((1 + level) / 2), level);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Cox regression, {N} rows, {Events} events: {string.Join("; ", Coefficients)}"
        );

    private double[,] Variance => _fit.RobustCovariance ?? _fit.Covariance;

    private Estimate<Concordance> FindConcordance() =>
        Discrimination.Concordance.Of(
            _input.Times,
            LinearPredictors(),
            new ConcordanceOptions
            {
                Weights = _input.Options.Weights,
                Strata = _input.Options.Strata,
                Clusters = _input.Options.Clusters,
                Level = _input.Options.Level,
            }
        );

    private double[] ByRow(double[] sorted)
    {
        var values = new double[_input.Times.Count];
        Array.Fill(values, double.NaN);
        for (var i = 0; i < sorted.Length; i++)
            values[_fit.Sample.Risk.Rows[i]] = sorted[i];
        return values;
    }

    private T NotExact<T>(T residuals) =>
        Ties == CoxTies.Exact
            ? throw new InvalidOperationException("These residuals are not defined for exact ties.")
            : residuals;

    private static bool IsIndicator(double[] centred, double mean) =>
        Array.TrueForAll(centred, v => Math.Abs(v + mean) < 1e-9 || Math.Abs(Math.Abs(v + mean) - 1) < 1e-9);
}
