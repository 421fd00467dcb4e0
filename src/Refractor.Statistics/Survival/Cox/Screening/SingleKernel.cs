using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>
/// The partial likelihood of four models with one feature each, with three derivatives: one walk from the last time to the first.
/// </summary>
internal static class SingleKernel
{
    /// <summary>Sums over the risk-set terms of the likelihood, one lane a feature.</summary>
    /// <param name="LogTotals">Sum of log Σ exp(βx).</param>
    /// <param name="Means">Sum of the means of x.</param>
    /// <param name="Variances">Sum of the variances of x: the information.</param>
    /// <param name="Thirds">Sum of the third central moments of x: the derivative of the information.</param>
    public readonly record struct Derivatives(
        Vector256<double> LogTotals,
        Vector256<double> Means,
        Vector256<double> Variances,
        Vector256<double> Thirds
    );

    /// <summary>At coefficients.</summary>
    public static Derivatives At(ScreenPlan plan, FeatureLanes lanes, Vector256<double> coefficients) =>
        lanes.HasMissing ? Walk<On, On>(plan, lanes, coefficients) : Walk<On, Off>(plan, lanes, coefficients);

    /// <summary>At coefficients of 0, where no exponential is needed.</summary>
    public static Derivatives AtZero(ScreenPlan plan, FeatureLanes lanes) =>
        lanes.HasMissing ? Walk<Off, On>(plan, lanes, default) : Walk<Off, Off>(plan, lanes, default);

    private static Derivatives Walk<TExp, TMissing>(ScreenPlan plan, FeatureLanes lanes, Vector256<double> coefficients)
        where TExp : struct, ISwitch
        where TMissing : struct, ISwitch
    {
        unchecked
        {
            var values = lanes.Values;
            var present = lanes.Present;
            var (blocks, leaving) = (plan.Risk.Blocks, plan.Risk.Leaving);
            var efron = plan.Ties == CoxTies.Efron;
            var atRisk = default(Moments);
            var terms = new Terms();
            for (var b = blocks.Length - 1; b >= 0; b--)
            {
                ref readonly var block = ref blocks[b];
                if (block.IsLastOfStratum)
                    atRisk = default;
                var events = default(Moments);
                for (var i = block.Start; i < block.EventsEnd; i++)
                    events.Add(Risk<TExp, TMissing>(values[i], coefficients, present, i), values[i]);
                atRisk.Add(events);
                for (var i = block.EventsEnd; i < block.AddedEnd; i++)
                    atRisk.Add(Risk<TExp, TMissing>(values[i], coefficients, present, i), values[i]);
                if (leaving is not null)
                    foreach (var i in leaving[b])
                        atRisk.Add(-Risk<TExp, TMissing>(values[i], coefficients, present, i), values[i]);
                if (TMissing.IsOn)
                    terms.AddMasked(atRisk, events, EventCounts(present, block), block.Events, efron);
                else
                    terms.Add(atRisk, events, block.Events, efron);
            }
            return terms.Sums();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Risk<TExp, TMissing>(
        Vector256<double> x,
        Vector256<double> coefficients,
        ReadOnlySpan<Vector256<double>> present,
        int i
    )
        where TExp : struct, ISwitch
        where TMissing : struct, ISwitch
    {
        if (!TExp.IsOn)
            return TMissing.IsOn ? present[i] : Vector256<double>.One;
        var risk = LaneMath.Exp(coefficients * x);
        return TMissing.IsOn ? risk * present[i] : risk;
    }

    private static Vector256<double> EventCounts(ReadOnlySpan<Vector256<double>> present, in RiskBlock block)
    {
        var counts = Vector256<double>.Zero;
        for (var i = block.Start; i < block.EventsEnd; i++)
            counts += present[i];
        return counts;
    }

    /// <summary>Sums of risk, risk × x, × x², × x³.</summary>
    private struct Moments
    {
        public Vector256<double> S0;
        public Vector256<double> S1;
        public Vector256<double> S2;
        public Vector256<double> S3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector256<double> risk, Vector256<double> x)
        {
            S0 += risk;
            var product = risk * x;
            S1 += product;
            product *= x;
            S2 += product;
            S3 = LaneMath.Fma(product, x, S3);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(in Moments other)
        {
            S0 += other.S0;
            S1 += other.S1;
            S2 += other.S2;
            S3 += other.S3;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Moments Less(Vector256<double> fraction, in Moments events) =>
            new()
            {
                S0 = S0 - fraction * events.S0,
                S1 = S1 - fraction * events.S1,
                S2 = S2 - fraction * events.S2,
                S3 = S3 - fraction * events.S3,
            };
    }

    /// <summary>Running sums over the terms.</summary>
    private struct Terms()
    {
        private LogProduct _totals = new();
        private Vector256<double> _means;
        private Vector256<double> _variances;
        private Vector256<double> _thirds;

        public void Add(in Moments atRisk, in Moments events, int count, bool efron)
        {
            Add(atRisk, Vector256<double>.One / atRisk.S0, atRisk.S0);
            for (var l = 1; l < count; l++)
            {
                var moments = efron ? atRisk.Less(Vector256.Create((double)l / count), events) : atRisk;
                Add(moments, Vector256<double>.One / moments.S0, moments.S0);
            }
        }

        // Lanes have different numbers of events at a time; a lane with no more than l adds log 1 and zeros.
        public void AddMasked(in Moments atRisk, in Moments events, Vector256<double> counts, int largest, bool efron)
        {
            for (var l = 0; l < largest; l++)
            {
                var active = Vector256.LessThan(Vector256.Create((double)l), counts);
                var fraction = efron ? Vector256.Create((double)l) / counts : Vector256<double>.Zero;
                var moments = atRisk.Less(Vector256.ConditionalSelect(active, fraction, default), events);
                var inverse = Vector256.ConditionalSelect(active, Vector256<double>.One / moments.S0, default);
                Add(moments, inverse, Vector256.ConditionalSelect(active, moments.S0, Vector256<double>.One));
            }
        }

        public Derivatives Sums() => new(_totals.Sum(), _means, _variances, _thirds);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Add(in Moments moments, Vector256<double> inverse, Vector256<double> total)
        {
            _totals.Multiply(total);
            var mean = moments.S1 * inverse;
            var second = moments.S2 * inverse;
            var square = mean * mean;
            _means += mean;
            _variances += second - square;
            _thirds += moments.S3 * inverse - mean * (3 * second - 2 * square);
        }
    }
}
