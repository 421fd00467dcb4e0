namespace Refractor.Statistics.Benchmarks.Making;

/// <summary>
/// A cohort of a size: log expression with effects of group, batch, age and ER status and a shared part within pairs; survival that
/// depends on 2 % of the genes, in whole months, so that many times are tied.
/// </summary>
internal sealed class ExpressionFiles(TableFile files, string size, int genes, int samples, int seed)
{
    private readonly Variates _random = new(seed);

    public void Write()
    {
        var batch = Draw(samples, () => _random.Integer(3));
        var age = Draw(samples, () => Math.Round(_random.Normal(58, 11), 1));
        var er = Draw(samples, () => _random.Uniform() < 0.7 ? 1 : 0);
        var score = new double[samples];
        var columns = Enumerable.Range(0, samples).Select(TableFile.Sample).ToArray();
        var matrix = Draw(genes, () => Gene(batch, age, er, score));
        files.Matrix($"expr_{size}.tsv", "gene", TableFile.Gene, genes, columns, g => matrix[g], "0.####");
        files.Zip($"expr_{size}.tsv");
        WriteSamples(batch, age, er, score);
        if (size == "medium")
            files.Matrix(
                "expr_medium_na.tsv",
                "gene",
                TableFile.Gene,
                genes,
                columns,
                g => WithGaps(matrix[g]),
                "0.####"
            );
    }

    private static T[] Draw<T>(int count, Func<T> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    private float[] Gene(int[] batch, double[] age, int[] er, double[] score)
    {
        var (mean, deviation) = (_random.Normal(7, 2), Math.Sqrt(1.4 / _random.ChiSquared(4)));
        var group = _random.Uniform() < 0.1 ? _random.Normal(0, 0.8) : 0;
        var (byAge, byEr) = (_random.Normal(0, 0.005), _random.Uniform() < 0.05 ? _random.Normal() : 0);
        var byBatch = Draw(3, () => _random.Normal(0, 0.25));
        var weight = _random.Uniform() < 0.02 ? _random.Normal(0, 0.6 / Math.Sqrt(0.02 * genes)) : 0;
        var (values, pair) = (new float[samples], 0.0);
        for (var s = 0; s < samples; s++)
        {
            if (s % 2 == 0)
                pair = _random.Normal(0, 0.3);
            var noise = _random.Normal();
            score[s] += weight * noise;
            var shift = byBatch[batch[s]] + (byAge * (age[s] - 58)) + (byEr * er[s]) + pair + (s % 2 * group);
            values[s] = (float)Math.Round(mean + shift + (deviation * noise), 4);
        }
        return values;
    }

    private float[] WithGaps(float[] values) => [.. values.Select(v => _random.Uniform() < 0.01 ? float.NaN : v)];

    private void WriteSamples(int[] batch, double[] age, int[] er, double[] score) =>
        files.Rows(
            $"samples_{size}.tsv",
            "sample\tgroup\tpair\tbatch\tage\ter\ttime\tstatus",
            Enumerable
                .Range(0, samples)
                .Select(s =>
                {
                    var risk = 0.012 * Math.Exp(score[s] + (0.02 * (age[s] - 58)) - (0.4 * er[s]));
                    var (death, end) = (_random.Exponential(risk), 12 + (108 * _random.Uniform()));
                    return (FormattableString)
                        $"{TableFile.Sample(s)}\t{(s % 2 == 0 ? "A" : "B")}\tP{(s / 2) + 1:D4}\tb{batch[s] + 1}\t{age[s]}\t{er[s]}\t{Math.Max(1, Math.Ceiling(Math.Min(death, end)))}\t{(death <= end ? 1 : 0)}";
                })
        );
}
