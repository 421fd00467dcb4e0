namespace Refractor.Statistics.Benchmarks.Making;

/// <summary>Counts, gene sets with ranks, mixtures and meta-analyses.</summary>
internal sealed class OtherFiles(TableFile files, int seed)
{
    private const int Genes = 20_000;
    private readonly Variates _random = new(seed);

    public void Write()
    {
        WriteCounts(100);
        WriteSets();
        WriteMixtures();
        WriteSignatures();
        WriteMeta(10_000, 8);
    }

    private static string[] Samples(int count) => [.. Enumerable.Range(0, count).Select(TableFile.Sample)];

    private static double[] Draw(int count, Func<double> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    private void WriteCounts(int samples)
    {
        var (depth, batch) = (
            Draw(samples, () => Math.Exp(_random.Normal(0, 0.3))),
            Draw(samples, () => _random.Integer(2))
        );
        files.Matrix("counts_20000x100.tsv", "gene", TableFile.Gene, Genes, Samples(samples), _ => Row(), "0");
        files.Rows(
            "samples_counts.tsv",
            "sample\tgroup\tbatch",
            Enumerable
                .Range(0, samples)
                .Select(s => (FormattableString)$"{TableFile.Sample(s)}\t{(s % 2 == 0 ? "A" : "B")}\tb{batch[s] + 1}")
        );
        float[] Row()
        {
            var level = Math.Exp(_random.Normal(4, 2));
            var dispersion = 0.02 + (2 / level * _random.ChiSquared(5) / 5) + (0.1 * _random.ChiSquared(3) / 3);
            var (group, byBatch) = (_random.Uniform() < 0.1 ? _random.Normal() : 0, _random.Normal(0, 0.2));
            return
            [
                .. Enumerable
                    .Range(0, samples)
                    .Select(s =>
                        (float)
                            _random.Counts(
                                level * depth[s] * Math.Exp((s % 2 * group) + (batch[s] * byBatch)),
                                dispersion
                            )
                    ),
            ];
        }
    }

    private void WriteSets()
    {
        var sizes = Draw(1000, () => Math.Round(Math.Exp(Math.Log(15) + (_random.Uniform() * Math.Log(500 / 15.0)))));
        var sets = sizes.Select(k => _random.Sample(Genes, (int)k)).ToArray();
        var statistic = Draw(Genes, _random.Normal);
        foreach (var set in sets.Where((_, i) => i % 17 == 0))
        {
            var shift = _random.Uniform() < 0.5 ? -0.5 : 0.5;
            foreach (var gene in set)
                statistic[gene] += shift;
        }
        File.WriteAllLines(
            files.Path("sets_1000.gmt"),
            sets.Select((s, i) => $"SET{i + 1:D4}\tsynthetic\t{string.Join('\t', s.Select(TableFile.Gene))}")
        );
        files.Rows(
            "ranks_20000.tsv",
            "gene\tstat",
            statistic.Select((t, g) => (FormattableString)$"{TableFile.Gene(g)}\t{t:0.########}")
        );
        var query = statistic
            .Select((t, g) => (Gene: g, Key: _random.Exponential(Math.Exp(0.6 * t))))
            .OrderBy(x => x.Key)
            .Take(500);
        files.Rows("ora_query_500.tsv", "gene", query.Select(q => (FormattableString)$"{TableFile.Gene(q.Gene)}"));
    }

    private void WriteMixtures()
    {
        const int Markers = 547;
        const int Cells = 22;
        var signature = Enumerable
            .Range(0, Markers)
            .Select(_ => Draw(Cells, () => Math.Pow(2, _random.Normal(4, 1.5))))
            .ToArray();
        for (var c = 0; c < Cells; c++)
        {
            foreach (var gene in _random.Sample(Markers, 25))
                signature[gene][c] *= 12;
        }
        var shares = Enumerable
            .Range(0, 500)
            .Select(_ => Draw(Cells, () => _random.Gamma(0.5)))
            .Select(d => d.Select(x => x / d.Sum()).ToArray())
            .ToArray();
        var cells = Enumerable.Range(1, Cells).Select(c => $"C{c:D2}").ToArray();
        files.Matrix(
            "sig_547x22.tsv",
            "gene",
            TableFile.Gene,
            Markers,
            cells,
            g => [.. signature[g].Select(v => (float)v)],
            "0.####"
        );
        files.Matrix(
            "bulk_547x500.tsv",
            "gene",
            TableFile.Gene,
            Markers,
            Samples(500),
            g =>
                [
                    .. shares.Select(f =>
                        (float)(f.Zip(signature[g], (a, b) => a * b).Sum() * Math.Exp(_random.Normal(0, 0.25)))
                    ),
                ],
            "0.####"
        );
    }

    private void WriteSignatures()
    {
        const int Contexts = 96;
        const int Signatures = 60;
        var weights = Enumerable
            .Range(0, Signatures)
            .Select(_ => Draw(Contexts, () => _random.Gamma(0.25)))
            .Select(d => d.Select(x => x / d.Sum()).ToArray())
            .ToArray();
        var exposure = Enumerable
            .Range(0, 500)
            .Select(_ => Draw(Signatures, () => _random.Uniform() < 0.1 ? _random.Exponential(1 / 400.0) : 0))
            .ToArray();
        string Context(int k) => $"K{k + 1:D2}";
        files.Matrix(
            "sbs_96x60.tsv",
            "context",
            Context,
            Contexts,
            [.. Enumerable.Range(1, Signatures).Select(s => $"SBS{s:D2}")],
            k => [.. weights.Select(w => (float)w[k])],
            "0.##########"
        );
        files.Matrix(
            "sbs_counts_96x500.tsv",
            "context",
            Context,
            Contexts,
            Samples(500),
            k => [.. exposure.Select(e => (float)_random.Poisson(e.Select((x, s) => x * weights[s][k]).Sum()))],
            "0"
        );
    }

    private void WriteMeta(int analyses, int studies)
    {
        double[] between = [0, 0.02, 0.1, 0.4];
        IEnumerable<FormattableString> Rows()
        {
            for (var m = 0; m < analyses; m++)
            {
                var (tau, mean) = (Math.Sqrt(between[_random.Integer(4)]), _random.Normal(0, 0.4));
                for (var k = 0; k < studies; k++)
                {
                    var variance = Math.Round((_random.Gamma(2) / 20) + 0.01, 6);
                    yield return $"M{m + 1:D5}\t{k + 1}\t{mean + (tau * _random.Normal()) + (Math.Sqrt(variance) * _random.Normal()):0.######}\t{variance}";
                }
            }
        }
        files.Rows("meta_10000x8.tsv", "meta\tstudy\tyi\tvi", Rows());
    }
}
