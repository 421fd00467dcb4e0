using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Roc;

/// <summary>
/// Adds up the placements along the ordered samples of one feature after the other; one thread's, with its buffers.
/// </summary>
/// <remarks>
/// The order is cut into runs of 32 samples, and 16 runs are walked side by side, one in each lane of a vector, with small counts that
/// begin anew in each run; the counts before a run enter by multiplication afterwards. So there is neither a branch on roles nor a chain
/// from sample to sample. Ties are few in measured values: the walk takes no notice of them, and each block of ties is put right after
/// it, from the counts that the walk left behind.
/// </remarks>
internal sealed class PlacementWalk
{
    private const int Lanes = 16;
    private const int Run = 32;
    private const int Segment = Lanes * Run;

    private readonly short[] _codes;
    private readonly ushort[] _counts;
    private readonly int[] _casesBefore;
    private readonly int[] _controlsBefore;

    /// <param name="samples">Most samples that will be walked.</param>
    public PlacementWalk(int samples)
    {
        var segments = (samples + Segment - 1) / Segment;
        (_codes, _counts) = (new short[segments * Segment], new ushort[segments * Segment]);
        (_casesBefore, _controlsBefore) = (new int[segments * Lanes], new int[segments * Lanes]);
    }

    /// <summary>Codes of roles: −1 for a case, 1 for a control, 0 for a sample that is left out.</summary>
    public static short[] CodesOf(ReadOnlySpan<SampleRole> roles)
    {
        var codes = new short[roles.Length];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = (short)(((int)roles[i] & 1) - ((int)roles[i] >> 1));
        return codes;
    }

    /// <summary>Adds up the placements of one feature.</summary>
    /// <param name="order">Sample numbers, lowest value first: the measured ones only.</param>
    /// <param name="ties">Bit i: position i is tied with position i + 1.</param>
    /// <param name="codes">Codes of the roles by sample number.</param>
    public PlacementSums Of<T>(ReadOnlySpan<T> order, ReadOnlySpan<ulong> ties, ReadOnlySpan<short> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        unchecked
        {
            var sums = default(Sums);
            for (var from = 0; from < order.Length; from += Segment)
            {
                var here = _codes.AsSpan(from, Segment);
                Transpose(order[from..Math.Min(order.Length, from + Segment)], codes, here);
                WalkSegment(here, from, ref sums);
            }
            var cubes = PutTiesRight(ties, ref sums);
            return new PlacementSums(
                sums.Cases,
                sums.Controls,
                sums.Case,
                sums.CaseSquares,
                sums.ControlSquares,
                cubes
            );
        }
    }

    /// <summary>Puts the codes of 16 runs side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<T>(ReadOnlySpan<T> order, ReadOnlySpan<short> codes, Span<short> segment)
        where T : unmanaged, IBinaryInteger<T>
    {
        unchecked
        {
            if (order.Length < Segment)
                segment.Clear();
            for (var lane = 0; lane * Run < order.Length; lane++)
            {
                var run = order[(lane * Run)..Math.Min(order.Length, (lane + 1) * Run)];
                var column = segment[lane..];
                for (var i = 0; i < run.Length; i++)
                    column[i * Lanes] = codes[int.CreateTruncating(run[i])];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WalkSegment(ReadOnlySpan<short> codes, int from, ref Sums sums)
    {
        unchecked
        {
            var rows = MemoryMarshal.Cast<short, Vector256<short>>(codes);
            var counts = MemoryMarshal.Cast<ushort, Vector256<short>>(_counts.AsSpan(from, Segment));
            Vector256<short> cases = default,
                controls = default,
                caseSum = default,
                caseSquares = default,
                controlSquares = default;
            for (var i = 0; i < rows.Length && i < counts.Length; i++)
            {
                var isCase = Vector256.ShiftRightArithmetic(rows[i], 15);
                var isControl = Vector256.ShiftRightArithmetic(-rows[i], 15);
                cases -= isCase;
                controls -= isControl;
                var below = controls & isCase;
                var casesBelow = cases & isControl;
                caseSum += below;
                caseSquares += below * below;
                controlSquares += casesBelow * casesBelow;
                counts[i] = Vector256.ShiftLeft(cases, 8) | controls;
            }
            Span<short> lanes = stackalloc short[5 * Lanes];
            cases.CopyTo(lanes);
            controls.CopyTo(lanes[Lanes..]);
            caseSum.CopyTo(lanes[(2 * Lanes)..]);
            caseSquares.CopyTo(lanes[(3 * Lanes)..]);
            controlSquares.CopyTo(lanes[(4 * Lanes)..]);
            for (var lane = 0; lane < Lanes; lane++)
            {
                _casesBefore[from / Run + lane] = sums.Cases;
                _controlsBefore[from / Run + lane] = sums.Controls;
                sums.Add(
                    lanes[lane],
                    lanes[Lanes + lane],
                    lanes[2 * Lanes + lane],
                    lanes[3 * Lanes + lane],
                    lanes[4 * Lanes + lane]
                );
            }
        }
    }

    /// <summary>Replaces the placements in each block of ties by the shared one, and gives Σ (t³ − t).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long PutTiesRight(ReadOnlySpan<ulong> ties, ref Sums sums)
    {
        unchecked
        {
            var cubes = 0L;
            var blocks = new TieBlocks(ties);
            while (blocks.MoveNext())
            {
                var (casesBefore, controlsBefore) = blocks.From == 0 ? default : CountsAt(blocks.From - 1);
                var (casesAfter, controlsAfter) = CountsAt(blocks.To - 1);
                var (cases, controls) = (casesAfter - casesBefore, controlsAfter - controlsBefore);
                var (below, casesBelow) = (controlsBefore + controlsAfter, casesBefore + casesAfter);
                sums.Case += cases * below;
                sums.CaseSquares += cases * below * below;
                sums.ControlSquares += controls * casesBelow * casesBelow;
                cubes += (cases + controls) * (cases + controls) * (cases + controls) - cases - controls;
                var (c, d) = (casesBefore, controlsBefore);
                for (var i = blocks.From; i < blocks.To; i++)
                {
                    var (cNow, dNow) = CountsAt(i);
                    sums.Case -= 2 * (cNow - c) * dNow;
                    sums.CaseSquares -= 4 * (cNow - c) * dNow * dNow;
                    sums.ControlSquares -= 4 * (dNow - d) * cNow * cNow;
                    (c, d) = (cNow, dNow);
                }
            }
            return cubes;
        }
    }

    /// <summary>Cases and controls up to a position, itself included.</summary>
    private (long Cases, long Controls) CountsAt(int position)
    {
        unchecked
        {
            var run = position / Run;
            var counts = _counts[(run & ~(Lanes - 1)) * Run + (position % Run) * Lanes + (run & Lanes - 1)];
            return (_casesBefore[run] + (counts >> 8), _controlsBefore[run] + (counts & 0xFF));
        }
    }

    /// <summary>Sums of doubled placements.</summary>
    private struct Sums
    {
        public int Cases;
        public int Controls;
        public long Case;
        public long CaseSquares;
        public long ControlSquares;

        /// <summary>Adds a run by its counts, its sums of placements within itself, and the counts before it.</summary>
        public void Add(long cases, long controls, long caseSum, long caseSquares, long controlSquares)
        {
            unchecked
            {
                long before = Controls,
                    casesBefore = Cases;
                Case += 2 * (cases * before + caseSum);
                CaseSquares += 4 * ((cases * before + 2 * caseSum) * before + caseSquares);
                // Within a run each pair of a case and a control counts once, from one side or the other.
                var controlSum = cases * controls - caseSum;
                ControlSquares += 4 * ((controls * casesBefore + 2 * controlSum) * casesBefore + controlSquares);
                Cases += (int)cases;
                Controls += (int)controls;
            }
        }
    }
}
