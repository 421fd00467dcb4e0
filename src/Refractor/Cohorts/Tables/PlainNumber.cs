using System.Runtime.CompilerServices;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// Reads numbers as tables write them: an optional sign, digits, an optional point with digits, an optional exponent. Up to 15 digits
/// and powers of ten up to 22 are exact in double precision (Clinger, PLDI 1990); anything longer is left to the framework.
/// </summary>
internal static class PlainNumber
{
    private const int ExactDigits = 15;

    private static ReadOnlySpan<double> PowersOfTen =>
        [
            1e0,
            1e1,
            1e2,
            1e3,
            1e4,
            1e5,
            1e6,
            1e7,
            1e8,
            1e9,
            1e10,
            1e11,
            1e12,
            1e13,
            1e14,
            1e15,
            1e16,
            1e17,
            1e18,
            1e19,
            1e20,
            1e21,
            1e22,
        ];

    /// <summary>
    /// Reads a number at a position and moves behind it; false, and nothing moved, if there is none in this form. The bytes end with a
    /// line feed, which stops every run of digits.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int position, out float value)
    {
        unchecked
        {
            ref var start = ref System.Runtime.InteropServices.MemoryMarshal.GetReference(bytes);
            var i = position;
            var negative = Unsafe.Add(ref start, i) == '-';
            if (negative || Unsafe.Add(ref start, i) == '+')
                i++;
            var mantissa = 0UL;
            var first = i;
            i = Digits(ref start, i, ref mantissa);
            var digits = i - first;
            var scale = 0;
            if (Unsafe.Add(ref start, i) == '.')
            {
                first = ++i;
                i = Digits(ref start, i, ref mantissa);
                scale = first - i;
                digits += i - first;
            }
            if (digits is 0 or > ExactDigits)
                return Fail(out value);
            if ((Unsafe.Add(ref start, i) | 0x20) == 'e' && !TryExponent(ref start, ref i, ref scale))
                return Fail(out value);
            if (scale is < -22 or > 22)
                return Fail(out value);
            var number = scale < 0 ? mantissa / PowersOfTen[-scale] : mantissa * PowersOfTen[scale];
            value = (float)(negative ? -number : number);
            if (float.IsInfinity(value))
                return Fail(out value);
            position = i;
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ref byte start, int i, ref ulong mantissa)
    {
        unchecked
        {
            for (uint digit; (digit = (uint)Unsafe.Add(ref start, i) - '0') <= 9; i++)
                mantissa = 10 * mantissa + digit;
            return i;
        }
    }

    private static bool TryExponent(ref byte start, ref int i, ref int scale)
    {
        var at = i + 1;
        var negative = Unsafe.Add(ref start, at) == '-';
        if (negative || Unsafe.Add(ref start, at) == '+')
            at++;
        var exponent = 0UL;
        var end = Digits(ref start, at, ref exponent);
        if (end == at || end - at > 3)
            return false;
        scale += negative ? -(int)exponent : (int)exponent;
        i = end;
        return true;
    }

    private static bool Fail(out float value)
    {
        value = float.NaN;
        return false;
    }
}
