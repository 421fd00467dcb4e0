using System.Numerics;

namespace Refractor.Statistics;

/// <summary>
/// A random source whose numbers depend on seed and stream alone, on every machine: xoshiro256** (Blackman and Vigna, ACM Trans Math
/// Softw 2021), seeded by SplitMix64. Work that is split over threads takes one stream per piece, so that the split changes nothing.
/// </summary>
internal struct RandomSource
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public RandomSource(ulong seed, ulong stream = 0)
    {
        var state = seed ^ Mix(stream + 0x9E3779B97F4A7C15);
        (_a, _b, _c, _d) = (Next(ref state), Next(ref state), Next(ref state), Next(ref state));
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = BitOperations.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1L << 53));

    /// <summary>An integer from 0 to below the limit, without bias (Lemire, ACM Trans Model Comput Simul 2019).</summary>
    public int NextInt(int limit)
    {
        unchecked
        {
            var range = (uint)limit;
            var product = (ulong)(uint)NextBits() * range;
            if ((uint)product < range)
            {
                var threshold = (0u - range) % range;
                while ((uint)product < threshold)
                    product = (ulong)(uint)NextBits() * range;
            }
            return (int)(product >> 32);
        }
    }

    /// <summary>Puts the items in random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            return Mix(state);
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
