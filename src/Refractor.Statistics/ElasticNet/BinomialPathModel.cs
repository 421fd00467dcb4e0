namespace Refractor.Statistics.ElasticNet;

/// <summary>An outcome of 0 or 1, through its log odds.</summary>
internal sealed class BinomialPathModel : PathModel
{
    private readonly double[] _outcomes;

    public BinomialPathModel(double[] outcomes)
    {
        _outcomes = outcomes;
        var mean = outcomes.Average();
        NullPredictor = Math.Log(mean / (1 - mean));
        NullDeviance = -2 * outcomes.Length * (mean * Math.Log(mean) + (1 - mean) * Math.Log(1 - mean));
    }

    public override bool HasIntercept => true;

    public override double NullPredictor { get; }

    public override double NullDeviance { get; }

    public override double Deviance(ReadOnlySpan<double> predictor)
    {
        var sum = 0.0;
        for (var i = 0; i < predictor.Length; i++)
        {
            var against = _outcomes[i] == 1 ? -predictor[i] : predictor[i];
            sum += Math.Max(against, 0) + Math.Log(1 + Math.Exp(-Math.Abs(against)));
        }
        return 2 * sum;
    }

    public override void Approximate(ReadOnlySpan<double> predictor, Span<double> slopes, Span<double> weights)
    {
        for (var i = 0; i < predictor.Length; i++)
        {
            var p = 1 / (1 + Math.Exp(-predictor[i]));
            slopes[i] = (_outcomes[i] - p) / _outcomes.Length;
            weights[i] = p * (1 - p) / _outcomes.Length;
        }
    }
}
