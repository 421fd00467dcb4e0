namespace Refractor.Statistics.MetaAnalysis;

/// <summary>Eight features of two matrices, laid out study by study.</summary>
internal sealed class StudyBlock(FeatureMatrix effects, FeatureMatrix variances)
{
    private const int Width = MetaLanes.Lanes;

    private readonly double[] _effectRow = new double[effects.Samples];
    private readonly double[] _varianceRow = new double[effects.Samples];
    private readonly double[] _effects = new double[effects.Samples * Width];
    private readonly double[] _variances = new double[effects.Samples * Width];
    private readonly MetaLanes _lanes = new(effects.Samples);

    /// <summary>Usable studies of each lane.</summary>
    public int[] Studies { get; } = new int[Width];

    /// <summary>Loads features; lanes without a feature get one study with effect 0.</summary>
    public MetaLanes Load(int first, int last)
    {
        for (var lane = 0; lane < Width; lane++)
        {
            Studies[lane] = 0;
            if (first + lane < last)
                LoadLane(lane, first + lane);
            if (Studies[lane] == 0)
                Blank(lane);
        }
        for (var s = 0; s < effects.Samples; s++)
            _lanes.Set(s, _effects.AsSpan(s * Width, Width), _variances.AsSpan(s * Width, Width));
        return _lanes;
    }

    /// <summary>Pools one lane by the general code, which compares several maxima of the likelihood.</summary>
    public MetaScreen.Lane PoolAlone(int lane, HeterogeneityEstimator estimator)
    {
        int[] used =
        [
            .. Enumerable.Range(0, effects.Samples).Where(s => double.IsFinite(_variances[s * Width + lane])),
        ];
        double[] ones = [.. used.Select(_ => 1.0)];
        double[] v = [.. used.Select(s => _variances[s * Width + lane])];
        var model = new WeightedProjection([ones], [.. used.Select(s => _effects[s * Width + lane])]);
        var tau2 = Heterogeneity.Estimate(estimator, model, v).Tau2;
        model.Weigh(v, 0);
        var (q, trace) = (model.ResidualSquares, model.Trace(ones));
        model.Weigh(v, tau2);
        return new MetaScreen.Lane(model.Coefficients[0], model.WeightSum, model.ResidualSquares, tau2, q, trace);
    }

    private void LoadLane(int lane, int feature)
    {
        effects.CopyFeature(feature, _effectRow);
        variances.CopyFeature(feature, _varianceRow);
        for (var s = 0; s < _effectRow.Length; s++)
        {
            var study = new StudyEffect(_effectRow[s], _varianceRow[s]);
            _effects[s * Width + lane] = study.IsUsable ? study.Effect : 0;
            _variances[s * Width + lane] = study.IsUsable ? study.Variance : double.PositiveInfinity;
            if (study.IsUsable)
                Studies[lane]++;
        }
    }

    private void Blank(int lane)
    {
        for (var s = 0; s < _effectRow.Length; s++)
        {
            _effects[s * Width + lane] = 0;
            _variances[s * Width + lane] = s == 0 ? 1 : double.PositiveInfinity;
        }
    }
}
