using System.Numerics;

namespace Refractor.Statistics.Roc;

/// <summary>Walks along the ordered samples of one feature, without a branch on roles or ties.</summary>
internal static class PlacementWalk
{
    /// <summary>Adds up placements.</summary>
    /// <param name="order">Sample numbers, lowest value first: the measured ones only.</param>
    /// <param name="ties">Bit i: position i is tied with position i + 1.</param>
    /// <param name="roles">Roles by sample number.</param>
    public static PlacementSums Of<T>(ReadOnlySpan<T> order, ReadOnlySpan<ulong> ties, ReadOnlySpan<SampleRole> roles)
        where T : unmanaged, IBinaryInteger<T>
    {
        unchecked
        {
            // Counts up to the last closed block of ties, and up to the present sample.
            long casesBefore = 0,
                controlsBefore = 0,
                cases = 0,
                controls = 0;
            long caseSum = 0,
                caseSquares = 0,
                controlSquares = 0,
                cubes = 0;
            for (var i = 0; i < order.Length; i++)
            {
                var role = (int)roles[int.CreateTruncating(order[i])];
                cases += role >> 1;
                controls += role & 1;
                // All ones if the block ends here, else 0, in which case nothing is added.
                var ends = (long)(ties[i >> 6] >> i & 1) - 1;
                var blockCases = cases - casesBefore & ends;
                var blockControls = controls - controlsBefore & ends;
                var casePlacement = controlsBefore + controls;
                var controlPlacement = casesBefore + cases;
                caseSum += blockCases * casePlacement;
                caseSquares += blockCases * casePlacement * casePlacement;
                controlSquares += blockControls * controlPlacement * controlPlacement;
                var block = blockCases + blockControls;
                cubes += block * block * block;
                casesBefore += blockCases;
                controlsBefore += blockControls;
            }
            return new PlacementSums(
                (int)cases,
                (int)controls,
                caseSum,
                caseSquares,
                controlSquares,
                cubes - cases - controls
            );
        }
    }
}
