namespace Refractor.Statistics.ElasticNet;

/// <summary>A measured response.</summary>
internal sealed class GaussianPathModel : PathModel
{
    private readonly double[] _response;

    public GaussianPathModel(double[] response)
    {
        _response = response;
        NullPredictor = response.Average();
        NullDeviance = response.Sum(y => (y - NullPredictor) * (y - NullPredictor));
    }

    public override bool HasIntercept => true;

    public override double NullPredictor { get; }

    // glmnet scales the response to variance 1 before it forms the penalty, and takes its penalties back to the scale of the absolute
    // values; that of the squares stays divided by the standard deviation.
    public override double SquarePenaltyScale => Math.Sqrt(NullDeviance / _response.Length);

    public override double NullDeviance { get; }

    public override double Deviance(ReadOnlySpan<double> predictor)
    {
        var sum = 0.0;
        for (var i = 0; i < predictor.Length; i++)
            sum += (_response[i] - predictor[i]) * (_response[i] - predictor[i]);
        return sum;
    }

    public override void Approximate(ReadOnlySpan<double> predictor, Span<double> slopes, Span<double> weights)
    {
        for (var i = 0; i < predictor.Length; i++)
            slopes[i] = (_response[i] - predictor[i]) / _response.Length;
        weights.Fill(1.0 / _response.Length);
    }
}
