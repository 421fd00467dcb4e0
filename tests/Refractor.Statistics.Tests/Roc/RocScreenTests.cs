using Refractor.Statistics.Ordering;
using Refractor.Statistics.RankTests;
using Refractor.Statistics.Roc;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Roc;

public class RocScreenTests
{
    private const int Features = 64;

    [Theory]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(201)]
    [InlineData(1100)]
    public void Screen_agrees_with_pairwise_comparison(int samples)
    {
        var values = Values(samples, seed: 1);
        var roles = Roles(samples, seed: 2);
        var order = SampleOrder.Of(FeatureMatrix.Of(Features, samples, values));
        var (corrected, plain) = (
            RocScreen.Run(order, roles),
            RocScreen.Run(order, roles, continuityCorrection: false)
        );
        var agreement = new Agreement();
        for (var f = 0; f < Features; f++)
        {
            var cases = Group(values, roles, f, SampleRole.Case);
            var controls = Group(values, roles, f, SampleRole.Control);
            agreement.CheckEqual($"cases {f}", corrected.Cases[f], cases.Length);
            agreement.CheckEqual($"controls {f}", corrected.Controls[f], controls.Length);
            if (cases.Length == 0 || controls.Length == 0)
            {
                agreement.CheckEqual($"reason {f}", corrected.TestReasons[f], NotEstimable.OneGroup);
                agreement.CheckEqual($"reason {f}", corrected.IntervalReasons[f], NotEstimable.OneGroup);
                continue;
            }
            var (area, variance, z) = TextbookRoc.Of(cases, controls, correct: true);
            agreement.Check($"area {f}", corrected.Areas[f], area, 1e-14, 1e-14);
            agreement.Check($"variance {f}", corrected.Variances[f], variance, 1e-12, 1e-16);
            agreement.Check($"z {f}", corrected.Z[f], z, 1e-13);
            agreement.Check($"plain z {f}", plain.Z[f], TextbookRoc.Of(cases, controls, correct: false).Z, 1e-13);
        }
        agreement.Verify();
    }

    [Fact]
    public void Screen_agrees_with_the_single_results()
    {
        const int samples = 150;
        var values = Values(samples, seed: 3);
        var roles = Roles(samples, seed: 4);
        var screen = RocScreen.Run(SampleOrder.Of(FeatureMatrix.Of(Features, samples, values)), roles, level: 0.9);
        var agreement = new Agreement();
        for (var f = 0; f < Features; f++)
        {
            var cases = Group(values, roles, f, SampleRole.Case);
            var controls = Group(values, roles, f, SampleRole.Control);
            var test = WilcoxonTest.RankSum(cases, controls, RankTestMethod.Normal);
            agreement.CheckEqual($"reason {f}", screen.TestReasons[f], test.Reason);
            agreement.Check($"p {f}", screen.LogP[f], test.ValueOrDefault?.P.Log ?? double.NaN, 1e-12);
            var labels = cases.Select(_ => true).Concat(controls.Select(_ => false)).ToArray();
            var area = AreaUnderCurve.Of([.. cases, .. controls], labels, level: 0.9).ValueOrDefault;
            agreement.Check($"area {f}", screen.Areas[f], area?.Value ?? double.NaN, 0);
            agreement.Check($"low {f}", screen.Low[f], area?.Interval.Low ?? double.NaN, 0);
            agreement.Check($"high {f}", screen.High[f], area?.Interval.High ?? double.NaN, 0);
            if (area is not null)
                agreement.CheckEqual($"reason {f}", screen.IntervalReasons[f], area.IntervalReason);
        }
        agreement.Verify();
    }

    [Fact]
    public void Small_groups_without_ties_have_an_exact_p_if_asked()
    {
        const int samples = 40;
        var values = Values(samples, seed: 10);
        var roles = Roles(samples, seed: 11);
        var order = SampleOrder.Of(FeatureMatrix.Of(Features, samples, values));
        var screen = RocScreen.Run(order, roles, exactIfSmall: true);
        var agreement = new Agreement();
        for (var f = 0; f < Features; f++)
        {
            // The choice that R makes by default.
            var test = WilcoxonTest.RankSum(
                Group(values, roles, f, SampleRole.Case),
                Group(values, roles, f, SampleRole.Control)
            );
            agreement.Check($"p {f}", screen.LogP[f], test.ValueOrDefault?.P.Log ?? double.NaN, 1e-12);
        }
        agreement.Verify();
    }

    [Fact]
    public void Threads_and_the_order_of_samples_change_no_digit()
    {
        const int samples = 333;
        var values = Values(samples, seed: 5);
        var roles = Roles(samples, seed: 6);
        var order = SampleOrder.Of(FeatureMatrix.Of(Features, samples, values));
        var one = RocScreen.Run(order, roles, threads: 1);
        Same(one, RocScreen.Run(order, roles, threads: 3));

        var permutation = Enumerable.Range(0, samples).ToArray();
        new RandomSource(7).Shuffle(permutation.AsSpan());
        var permuted = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            permuted[i] = values[i / samples * samples + permutation[i % samples]];
        var permutedOrder = SampleOrder.Of(FeatureMatrix.Of(Features, samples, permuted));
        Same(one, RocScreen.Run(permutedOrder, Array.ConvertAll(permutation, i => roles[i])));

        static void Same(RocScreen a, RocScreen b)
        {
            b.Areas.ShouldBe(a.Areas);
            b.Variances.ShouldBe(a.Variances);
            b.LogP.ShouldBe(a.LogP);
            b.High.ShouldBe(a.High);
        }
    }

    [Fact]
    public void Exchanged_groups_give_the_mirrored_area_and_the_same_p()
    {
        const int samples = 90;
        var order = SampleOrder.Of(FeatureMatrix.Of(Features, samples, Values(samples, seed: 8)));
        var roles = Roles(samples, seed: 9);
        var exchanged = Array.ConvertAll(
            roles,
            r =>
                r == SampleRole.Case ? SampleRole.Control
                : r == SampleRole.Control ? SampleRole.Case
                : r
        );
        var (one, other) = (RocScreen.Run(order, roles), RocScreen.Run(order, exchanged));
        var agreement = new Agreement();
        for (var f = 0; f < Features; f++)
        {
            agreement.Check($"area {f}", other.Areas[f], 1 - one.Areas[f], 0, 1e-15);
            agreement.Check($"z {f}", other.Z[f], -one.Z[f], 1e-14);
            agreement.Check($"p {f}", other.LogP[f], one.LogP[f], 1e-14);
            agreement.Check($"variance {f}", other.Variances[f], one.Variances[f], 1e-13);
            agreement.Check($"bound {f}", other.High[f], 1 - one.Low[f], 0, 1e-14);
        }
        agreement.Verify();
    }

    [Fact]
    public void More_than_65536_samples_are_walked_as_well()
    {
        var samples = SampleOrder.MostShortSamples + 10;
        var values = Enumerable.Range(0, samples).Select(i => (double)(i % 1000)).ToArray();
        var roles = Enumerable
            .Range(0, samples)
            .Select(i => i % 1000 < 500 && i % 3 == 0 ? SampleRole.Control : SampleRole.Case);
        var screen = RocScreen.Run(SampleOrder.Of(FeatureMatrix.Of(1, samples, values)), [.. roles]);
        var ranks = Midranks.Of(values);
        var (m, sum) = (0L, 0.0);
        foreach (var (role, rank) in roles.Zip(ranks))
            (m, sum) = role == SampleRole.Case ? (m + 1, sum + rank) : (m, sum);
        screen.Areas[0].ShouldBe((sum - m * (m + 1) / 2.0) / (m * (samples - (double)m)), 1e-14);
    }

    [Fact]
    public void Wrong_roles_are_refused()
    {
        var order = SampleOrder.Of(FeatureMatrix.Of(1, 2, new double[2]));
        Should.Throw<ArgumentException>(() => RocScreen.Run(order, new SampleRole[3]));
        Should.Throw<ArgumentException>(() => RocScreen.Run(order, [SampleRole.Case, (SampleRole)3]));
        Should.Throw<ArgumentException>(() => RocScreen.Run(order, new SampleRole[2], level: 1));
    }

    private static double[] Group(double[] values, SampleRole[] roles, int feature, SampleRole role) =>
        [
            .. Enumerable
                .Range(0, roles.Length)
                .Where(i => roles[i] == role && !double.IsNaN(values[feature * roles.Length + i]))
                .Select(i => values[feature * roles.Length + i]),
        ];

    private static SampleRole[] Roles(int samples, ulong seed)
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, samples).Select(_ => (SampleRole)(random.NextInt(5) % 3))];
    }

    /// <summary>Continuous, with few and with many ties, missing, constant, binary, infinite, two groups apart, nearly empty.</summary>
    private static double[] Values(int samples, ulong seed)
    {
        var random = new RandomSource(seed);
        var roles = Roles(samples, seed + 1);
        var values = new double[Features * samples];
        for (var i = 0; i < values.Length; i++)
        {
            var (u, sample) = (random.NextDouble(), i % samples);
            values[i] = (i / samples % 8) switch
            {
                0 => u,
                1 => Math.Round(100 * u),
                2 => u < 0.6 ? 0 : Math.Round(5 * u),
                3 => u < 0.3 ? double.NaN : Math.Round(1000 * u),
                4 => 2.5,
                5 => u < 0.5 ? 1 : double.PositiveInfinity,
                6 => u + (roles[sample] == SampleRole.Case ? 2 : 0),
                _ => sample % 50 == 3 ? u : double.NaN,
            };
        }
        return values;
    }
}
