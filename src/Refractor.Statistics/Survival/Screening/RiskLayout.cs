using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>
/// The order in which risk sets build up, from the last time to the first, cut into eight pieces that are walked side by side, one in
/// each lane of a vector. A piece never cuts through patients of equal time; sums of a lane are shifted by those of the lanes before it
/// afterwards, because Σ b(o + p)² = o²Σb + 2oΣbp + Σbp².
/// </summary>
/// <remarks>
/// With late entry a patient stands in the order twice: with the end of follow-up, and, to be taken away again, with the entry.
/// </remarks>
internal sealed class RiskLayout
{
    /// <summary>Pieces walked side by side.</summary>
    public static int Lanes => Vector512<double>.Count;

    private RiskLayout(List<Stratum> strata, int samples, int slots)
    {
        (Strata, Samples) = (strata, samples);
        Rows = new int[slots];
        foreach (var stratum in strata)
        foreach (var step in stratum.Steps)
            Rows[step.Slot] = step.Row;
    }

    /// <summary>The strata.</summary>
    public IReadOnlyList<Stratum> Strata { get; }

    /// <summary>Number of samples n.</summary>
    public int Samples { get; }

    /// <summary>The row whose value belongs into each slot; slots without a step name row 0 and have coefficients of 0.</summary>
    public int[] Rows { get; }

    /// <summary>Lays out follow-up.</summary>
    /// <param name="times">n rows.</param>
    /// <param name="strata">n numbers of strata, or empty.</param>
    public static RiskLayout Of(SurvivalTimes times, ReadOnlySpan<int> strata)
    {
        var laidOut = new List<Stratum>();
        var vectors = 0;
        foreach (var stratum in Survival.Strata.Split(times, strata))
        {
            laidOut.Add(Stratum.Of(stratum, vectors));
            vectors = laidOut[^1].ToVector;
        }
        return new RiskLayout(laidOut, times.Count, vectors * Lanes);
    }

    /// <summary>A patient coming under risk or, with late entry, leaving it again, seen backwards in time.</summary>
    /// <param name="Row">Row of the patient.</param>
    /// <param name="Leaves">Whether the patient had not entered yet at earlier times.</param>
    /// <param name="Died">Whether the step is an event.</param>
    /// <param name="Slot">Where the step lies in the vectors.</param>
    public readonly record struct Step(int Row, bool Leaves, bool Died, int Slot);

    /// <summary>The steps of a stratum.</summary>
    /// <param name="Steps">From the last time to the first.</param>
    /// <param name="BlockEnds">For each distinct time, the index after its last step.</param>
    /// <param name="FromVector">First vector of the stratum.</param>
    /// <param name="ToVector">Vector after its last.</param>
    public sealed record Stratum(Step[] Steps, int[] BlockEnds, int FromVector, int ToVector)
    {
        public static Stratum Of(SurvivalTimes times, int fromVector)
        {
            var (steps, ends) = Walk(times);
            var pieces = Pieces(steps.Count, ends);
            var length = pieces.Zip(pieces.Skip(1), (from, to) => to - from).Max();
            var lane = 0;
            for (var k = 0; k < steps.Count; k++)
            {
                while (k >= pieces[lane + 1])
                    lane++;
                steps[k] = steps[k] with { Slot = (fromVector + k - pieces[lane]) * Lanes + lane };
            }
            return new Stratum([.. steps], [.. ends], fromVector, fromVector + length);
        }

        private static (List<Step> Steps, List<int> Ends) Walk(SurvivalTimes times)
        {
            var (steps, ends) = (new List<Step>(times.N), new List<int>());
            var nextToLeave = times.EntryOrder.Length - 1;
            for (var block = times.TimeStarts.Length - 2; block >= 0; block--)
            {
                var rows = times.Order.AsSpan()[times.TimeStarts[block]..times.TimeStarts[block + 1]];
                var time = times.Times[rows[0]];
                for (; nextToLeave >= 0 && times.Entries[times.EntryOrder[nextToLeave]] >= time; nextToLeave--)
                    steps.Add(new Step(times.EntryOrder[nextToLeave], true, false, 0));
                foreach (var row in rows)
                    steps.Add(new Step(row, false, times.EventObserved[row], 0));
                ends.Add(steps.Count);
            }
            return (steps, ends);
        }

        private static int[] Pieces(int steps, List<int> ends)
        {
            var pieces = new int[Lanes + 1];
            var block = 0;
            for (var lane = 1; lane < Lanes; lane++)
            {
                while (ends[block] < (long)steps * lane / Lanes)
                    block++;
                pieces[lane] = Math.Max(pieces[lane - 1], ends[block]);
            }
            pieces[Lanes] = steps;
            return pieces;
        }
    }
}
