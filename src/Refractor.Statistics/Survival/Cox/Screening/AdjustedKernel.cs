using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>
/// The partial likelihood of four models that differ in one feature and share the other columns, with two derivatives. Columns are the
/// feature, its product with the treatment if there is one, and the shared ones.
/// </summary>
internal sealed class AdjustedKernel
{
    private readonly ScreenPlan _plan;
    private readonly int _columns;

    // Total, p sums, p (p + 1) / 2 sums of products: of those at risk, of a time's events, and of what Efron's shares leave.
    private readonly Vector256<double>[] _atRisk;
    private readonly Vector256<double>[] _events;
    private readonly Vector256<double>[] _left;
    private readonly Vector256<double>[] _row;

    public AdjustedKernel(ScreenPlan plan)
    {
        (_plan, _columns) = (plan, plan.Columns);
        var size = 1 + _columns + _columns * (_columns + 1) / 2;
        (_atRisk, _events, _left) = (
            new Vector256<double>[size],
            new Vector256<double>[size],
            new Vector256<double>[size]
        );
        _row = new Vector256<double>[_columns];
        Means = new Vector256<double>[_columns];
        Information = new Vector256<double>[size - 1 - _columns];
        EventSums = new Vector256<double>[_columns];
    }

    /// <summary>Sum of log Σ exp(β'x) over the terms.</summary>
    public Vector256<double> LogTotals { get; private set; }

    /// <summary>p sums of the means of the columns.</summary>
    public Vector256<double>[] Means { get; }

    /// <summary>Information, lower triangle row by row.</summary>
    public Vector256<double>[] Information { get; }

    /// <summary>p sums of the columns over the events.</summary>
    public Vector256<double>[] EventSums { get; }

    /// <summary>Fills <see cref="EventSums"/>.</summary>
    public void SumEvents(FeatureLanes lanes)
    {
        Array.Clear(EventSums);
        foreach (var block in _plan.Risk.Blocks)
            for (var i = block.Start; i < block.EventsEnd; i++)
            {
                FillRow(i, lanes.Values[i]);
                for (var k = 0; k < _columns; k++)
                    EventSums[k] += lanes.HasMissing ? _row[k] * lanes.Present[i] : _row[k];
            }
    }

    /// <summary>Fills the other sums.</summary>
    /// <param name="lanes">The features.</param>
    /// <param name="coefficients">p coefficients.</param>
    public void Evaluate(FeatureLanes lanes, ReadOnlySpan<Vector256<double>> coefficients)
    {
        Array.Clear(Means);
        Array.Clear(Information);
        var totals = new LogProduct();
        var blocks = _plan.Risk.Blocks;
        for (var b = blocks.Length - 1; b >= 0; b--)
        {
            ref readonly var block = ref blocks[b];
            if (block.IsLastOfStratum)
                Array.Clear(_atRisk);
            Array.Clear(_events);
            for (var i = block.Start; i < block.EventsEnd; i++)
                Add(_events, lanes, coefficients, i, Vector256<double>.One);
            for (var j = 0; j < _atRisk.Length; j++)
                _atRisk[j] += _events[j];
            for (var i = block.EventsEnd; i < block.AddedEnd; i++)
                Add(_atRisk, lanes, coefficients, i, Vector256<double>.One);
            if (_plan.Risk.Leaving is { } leaving)
                foreach (var i in leaving[b])
                    Add(_atRisk, lanes, coefficients, i, Vector256.Create(-1.0));
            AddTerms(lanes, block, ref totals);
        }
        LogTotals = totals.Sum();
    }

    private void Add(
        Vector256<double>[] sums,
        FeatureLanes lanes,
        ReadOnlySpan<Vector256<double>> coefficients,
        int i,
        Vector256<double> sign
    )
    {
        unchecked
        {
            FillRow(i, lanes.Values[i]);
            var row = _row.AsSpan();
            var predictor = coefficients[0] * row[0];
            for (var k = 1; k < row.Length; k++)
                predictor = LaneMath.Fma(coefficients[k], row[k], predictor);
            var risk = LaneMath.Exp(predictor) * sign;
            if (lanes.HasMissing)
                risk *= lanes.Present[i];
            sums[0] += risk;
            var next = 1 + row.Length;
            for (var k = 0; k < row.Length; k++)
            {
                var product = risk * row[k];
                sums[1 + k] += product;
                for (var l = 0; l <= k; l++, next++)
                    sums[next] = LaneMath.Fma(product, row[l], sums[next]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FillRow(int i, Vector256<double> x)
    {
        unchecked
        {
            var row = _row;
            row[0] = x;
            if (_plan.Treatment is { } treatment)
                row[1] = x * treatment[i];
            var shared = _plan.Sample.Row(i);
            for (var k = 0; k < shared.Length; k++)
                row[k + _plan.FeatureColumns] = Vector256.Create(shared[k]);
        }
    }

    private void AddTerms(FeatureLanes lanes, in RiskBlock block, ref LogProduct totals)
    {
        var counts = Vector256.Create((double)block.Events);
        if (lanes.HasMissing)
        {
            counts = Vector256<double>.Zero;
            for (var i = block.Start; i < block.EventsEnd; i++)
                counts += lanes.Present[i];
        }
        var efron = _plan.Ties == CoxTies.Efron;
        for (var l = 0; l < block.Events; l++)
        {
            // Lanes have different numbers of events at a time; a lane with no more than l adds log 1 and zeros.
            var active = Vector256.LessThan(Vector256.Create((double)l), counts);
            var left = _atRisk;
            if (efron && l > 0)
            {
                left = _left;
                var fraction = Vector256.ConditionalSelect(active, Vector256.Create((double)l) / counts, default);
                for (var j = 0; j < left.Length; j++)
                    left[j] = _atRisk[j] - fraction * _events[j];
            }
            totals.Multiply(Vector256.ConditionalSelect(active, left[0], Vector256<double>.One));
            AddTerm(left, Vector256.ConditionalSelect(active, Vector256<double>.One / left[0], default));
        }
    }

    private void AddTerm(Vector256<double>[] sums, Vector256<double> inverse)
    {
        for (var (k, next) = (0, 0); k < _columns; k++)
        {
            var mean = sums[1 + k] * inverse;
            Means[k] += mean;
            for (var l = 0; l <= k; l++, next++)
                Information[next] += inverse * (sums[1 + _columns + next] - mean * sums[1 + l]);
        }
    }
}
