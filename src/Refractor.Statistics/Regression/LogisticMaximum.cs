namespace Refractor.Statistics.Regression;

/// <summary>Where the maximisation of a logistic likelihood ended.</summary>
/// <param name="Coefficients">r coefficients; with separation, those of the last step.</param>
/// <param name="LogLikelihood">Maximum; with separation its least upper bound.</param>
/// <param name="Iterations">Number of Newton steps.</param>
/// <param name="Separation">Whether the maximum lies at infinity.</param>
/// <param name="Direction">With separation, the direction in which the likelihood rises for ever; else null.</param>
/// <param name="Converged">Whether the iteration met its criterion or found separation.</param>
internal sealed record LogisticMaximum(
    double[] Coefficients,
    double LogLikelihood,
    int Iterations,
    Separation Separation,
    double[]? Direction,
    bool Converged
)
{
    private const int MaximalIterations = 200;
    private const int MaximalHalvings = 30;

    // Newton's error after the last step is below the square root of this, in standard errors.
    private const double SmallGain = 1e-20;

    // Predictors that still move by this while the likelihood stands still move for ever: near a finite maximum they move by 1e-9.
    private const double MovingStep = 1e-3;

    // Along a direction in which the likelihood rises for ever the predictors move by about 1 a step. They have to be caught while the
    // information of the trials that move, e^-23 here, can still be told from the rounding of the others: beyond e^-36 it is lost, and
    // the iteration would end as if at a finite maximum.
    private const double StandingGain = 1e-10;
    private const double RecedingStep = 0.5;

    /// <summary>Maximises by Newton's steps, halved where the likelihood would fall.</summary>
    /// <param name="likelihood">What to maximise.</param>
    /// <param name="start">r coefficients.</param>
    /// <param name="held">How many coefficients, the last ones, keep their start.</param>
    public static LogisticMaximum Of(LogisticLikelihood likelihood, double[] start, int held = 0)
    {
        var (b, step) = ((double[])start.Clone(), new double[start.Length]);
        var value = likelihood.Evaluate(b);
        var before = double.PositiveInfinity;
        for (var iteration = 1; iteration <= MaximalIterations; iteration++)
        {
            if (held == 0 && !likelihood.IsPenalised && likelihood.Margins(likelihood.Predictor).Least > 0)
                return new LogisticMaximum(b, 0, iteration, Separation.Complete, b, true);
            var previous = (double[])step.Clone();
            if (!TryStep(likelihood, step, held, out var gain))
                return AtSingularity(likelihood, b, value, iteration, previous);
            if (gain <= StandingGain && held == 0 && IsRecession(likelihood, step, RecedingStep))
                return new LogisticMaximum(b, value, iteration, Separation.QuasiComplete, step, true);
            if (gain <= SmallGain)
                return Finish(likelihood, b, step, value, iteration);
            // The information leaves the penalty's curvature out: a trial that alone decides a coefficient (leverage 1) is overshot by as
            // much as was missed, for ever. Where the gain hardly shrinks, half a step meets the maximum.
            var length = likelihood.IsPenalised && gain > before / 4 ? 0.5 : 1;
            before = gain;
            if (!TryMove(likelihood, b, step, length, ref value))
                return new LogisticMaximum(b, value, iteration, Separation.None, null, gain < 1e-10);
        }
        return new LogisticMaximum(b, value, MaximalIterations, Separation.None, null, false);
    }

    private static bool TryStep(LogisticLikelihood likelihood, double[] step, int held, out double gain)
    {
        gain = 0;
        var free = step.Length - held;
        if (likelihood.FactorOfFirst(free) is not { } factor)
            return false;
        Array.Clear(step);
        likelihood.Score.AsSpan(0, free).CopyTo(step);
        factor.Solve(step.AsSpan(0, free));
        for (var a = 0; a < free; a++)
            gain += step[a] * likelihood.Score[a];
        return true;
    }

    private static bool TryMove(
        LogisticLikelihood likelihood,
        double[] b,
        double[] step,
        double length,
        ref double value
    )
    {
        var (start, before) = ((double[])b.Clone(), value);
        var rounding = 1e-13 * Math.Abs(before);
        for (var halving = 0; halving < MaximalHalvings; halving++, length /= 2)
        {
            for (var a = 0; a < b.Length; a++)
                b[a] = start[a] + length * step[a];
            value = likelihood.Evaluate(b);
            if (value >= before - rounding)
                return true;
        }
        start.CopyTo(b, 0);
        value = likelihood.Evaluate(b);
        return false;
    }

    private static LogisticMaximum Finish(
        LogisticLikelihood likelihood,
        double[] b,
        double[] step,
        double value,
        int iteration
    )
    {
        if (IsRecession(likelihood, step, MovingStep))
            return new LogisticMaximum(b, value, iteration, Separation.QuasiComplete, step, true);
        for (var a = 0; a < b.Length; a++)
            b[a] += step[a];
        return new LogisticMaximum(b, likelihood.Evaluate(b), iteration, Separation.None, null, true);
    }

    private static LogisticMaximum AtSingularity(
        LogisticLikelihood likelihood,
        double[] b,
        double value,
        int iteration,
        double[] previous
    ) =>
        IsRecession(likelihood, previous, MovingStep)
            ? new LogisticMaximum(b, value, iteration, Separation.QuasiComplete, previous, true)
            : new LogisticMaximum(b, value, iteration, Separation.None, null, false);

    /// <summary>Whether no trial loses along a direction, and some win by more than a least move.</summary>
    private static bool IsRecession(LogisticLikelihood likelihood, double[] direction, double leastMove)
    {
        if (likelihood.IsPenalised)
            return false;
        var along = new double[likelihood.Predictor.Length];
        likelihood.Predict(direction, along);
        var (least, largest) = likelihood.Margins(along);
        return largest > leastMove && least > -MovingStep * largest;
    }
}
