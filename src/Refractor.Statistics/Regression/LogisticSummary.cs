using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Regression;

/// <summary>Makes the coefficients of a logistic regression, aliased ones included.</summary>
internal sealed class LogisticSummary(
    LogisticInput input,
    LogisticOptions options,
    LogisticProblem.Basis plainBasis,
    LogisticMaximum plain
)
{
    // A coefficient takes part in separation if it moves the predictors by more than this fraction of their largest move.
    private const double SmallestPart = 1e-3;

    public LogisticCoefficient[] Of(LogisticProblem.Basis basis, double[] values, bool isPenalised, bool isFinite)
    {
        var names = input.Design.Names;
        var separates = Separating();
        var covariance = isFinite ? basis.Covariance() : null;
        var coefficients = new LogisticCoefficient[names.Count];
        for (var c = 0; c < coefficients.Length; c++)
        {
            var place = Array.IndexOf(input.Problem.Active, c);
            coefficients[c] =
                place < 0 ? LogisticCoefficient.None(names[c], NotEstimable.Collinear)
                : covariance is null ? LogisticCoefficient.None(names[c], NotEstimable.Separation, separates[place])
                : One(names[c], place, values, Math.Sqrt(covariance[place, place]), isPenalised, separates[place]);
        }
        return coefficients;
    }

    private LogisticCoefficient One(
        string name,
        int place,
        double[] values,
        double error,
        bool isPenalised,
        bool separates
    )
    {
        var (value, level) = (values[place], options.Level);
        var wald = Normal.TwoSided(value / error);
        var reach = Normal.Quantile((1 + level) / 2) * error;
        var profile =
            isPenalised || options.Profile
                ? LogisticProfile.Of(input.Problem, place, values, error, isPenalised, level)
                : null;
        return new LogisticCoefficient
        {
            Name = name,
            Value = value,
            StandardError = error,
            WaldP = wald,
            P = profile?.P ?? wald,
            Interval = profile?.Interval ?? new Interval(value - reach, value + reach, level),
            Separates = separates,
            Reason = NotEstimable.None,
        };
    }

    /// <summary>The active columns along which the likelihood rises for ever.</summary>
    private bool[] Separating()
    {
        var active = input.Problem.Active;
        if (plain.Direction is null)
            return new bool[active.Length];
        var direction = plainBasis.FromBasis(plain.Direction);
        double[] moves = [.. active.Select((c, place) => Math.Abs(direction[place]) * Spread(input.Design.Columns[c]))];
        return [.. moves.Select(m => m > SmallestPart * moves.Max())];
    }

    private double Spread(double[] column)
    {
        var (least, largest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var row in input.Rows)
            (least, largest) = (Math.Min(least, column[row]), Math.Max(largest, column[row]));
        return largest == least ? Math.Abs(least) : largest - least;
    }
}
