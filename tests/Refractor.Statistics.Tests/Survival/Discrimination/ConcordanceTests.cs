using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Discrimination;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.Discrimination;

public class ConcordanceTests
{
    [Fact]
    public void Markers_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("survival/expected_concordance_markers.tsv").Rows)
        {
            var data = SurvivalData.Of(row["set"]);
            var c = Concordance.Of(data.Times, data.Column(row["marker"])).Value;
            agreement.Check(row.Place, c.Value, row.Number("concordance"), 1e-14);
            agreement.Check(row.Place, c.StandardError, row.Number("se"), 1e-10);
            agreement.CheckEqual(row.Place, c.Concordant, row.Number("concordant"));
            agreement.CheckEqual(row.Place, c.Discordant, row.Number("discordant"));
            agreement.CheckEqual(row.Place, c.TiedMarker, row.Number("tied_x"));
            agreement.CheckEqual(row.Place, c.TiedTime, row.Number("tied_y"));
            agreement.CheckEqual(row.Place, c.TiedBoth, row.Number("tied_xy"));
        }
        agreement.Verify();
    }

    // R 4.2.2: concordance(Surv(t, s) ~ x, reverse = TRUE, timewt = "n/G2"), and with weights = w, ymax = 5.
    [Fact]
    public void Weights_by_the_censoring_distribution_agree_with_R()
    {
        var times = SurvivalTimes.Of([1, 2, 2, 3, 4, 4, 5, 6, 7, 8], [1.0, 1, 0, 1, 0, 1, 1, 0, 1, 0]);
        double[] marker = [5, 1, 4, 4, 2, 3, 5, 1, 2, 2];
        var uno = Concordance.Of(times, marker, new() { CensoringWeights = true }).Value;
        uno.Value.ShouldBe(0.69325897187196894, 1e-13);
        uno.StandardError.ShouldBe(0.1344204262753326, 1e-13);
        var weighted = Concordance
            .Of(times, marker, new() { Weights = [1, 2, 1, 0.5, 1, 3, 1, 1, 2, 1], LatestTime = 5 })
            .Value;
        weighted.Value.ShouldBe(0.6, 1e-13);
        weighted.StandardError.ShouldBe(0.20863311764381459, 1e-13);
    }

    [Fact]
    public void Counts_agree_with_comparing_every_pair()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 50; trial++)
        {
            var n = random.Next(1, 25);
            var stops = Draw(n, () => random.Next(2, 12));
            var starts = Draw(n, () => random.Next(0, 4));
            var events = Draw(n, () => random.Next(2));
            var marker = Draw(n, () => random.Next(5));
            var times = SurvivalTimes.Between(starts, stops, events);
            var (concordant, discordant, tied) = EveryPair(times, marker);
            var c = Concordance.Of(times, marker);
            if (concordant + discordant + tied == 0)
                c.Reason.ShouldBe(NotEstimable.NoComparablePairs);
            else
                (c.Value.Concordant, c.Value.Discordant, c.Value.TiedMarker).ShouldBe((concordant, discordant, tied));
        }
    }

    [Fact]
    public void A_marker_turned_round_mirrors_the_concordance()
    {
        var data = SurvivalData.Of("ties");
        var marker = data.Column("x");
        var c = Concordance.Of(data.Times, marker).Value;
        var mirrored = Concordance.Of(data.Times, Array.ConvertAll(marker, x => -x)).Value;
        mirrored.Value.ShouldBe(1 - c.Value, 1e-14);
        mirrored.StandardError.ShouldBe(c.StandardError, 1e-14);
    }

    [Fact]
    public void Clusters_of_one_row_each_change_nothing_and_missing_markers_are_left_out()
    {
        var data = SurvivalData.Of("ties");
        var marker = data.Column("x");
        marker[3] = double.NaN;
        var c = Concordance.Of(data.Times, marker).Value;
        c.N.ShouldBe(data.Times.N - 1);
        var clusters = Enumerable.Range(0, marker.Length).ToArray();
        Concordance
            .Of(data.Times, marker, new() { Clusters = clusters })
            .Value.StandardError.ShouldBe(c.StandardError, 1e-15);
    }

    [Theory]
    [InlineData(new double[] { }, new double[] { })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 0.0, 0, 0 })]
    [InlineData(new[] { 1.0, 1, 1 }, new[] { 1.0, 1, 1 })]
    public void Without_comparable_pairs_there_is_no_concordance(double[] times, double[] status) =>
        Concordance.Of(SurvivalTimes.Of(times, status), times).Reason.ShouldBe(NotEstimable.NoComparablePairs);

    private static double[] Draw(int n, Func<int> draw) => [.. Enumerable.Range(0, n).Select(_ => (double)draw())];

    private static (double Concordant, double Discordant, double Tied) EveryPair(SurvivalTimes times, double[] marker)
    {
        var (concordant, discordant, tied) = (0.0, 0.0, 0.0);
        foreach (var i in times.Order)
        foreach (var j in times.Order)
        {
            var t = times.Times[i];
            var later = times.Times[j] > t || (times.Times[j] == t && !times.EventObserved[j]);
            if (i == j || !times.EventObserved[i] || !later || times.Entries[j] >= t)
                continue;
            concordant += marker[i] > marker[j] ? 1 : 0;
            discordant += marker[i] < marker[j] ? 1 : 0;
            tied += marker[i] == marker[j] ? 1 : 0;
        }
        return (concordant, discordant, tied);
    }
}
