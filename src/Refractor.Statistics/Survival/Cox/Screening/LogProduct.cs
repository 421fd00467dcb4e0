using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Sum of the logarithms of many positive numbers, as one product of mantissas and one sum of exponents.</summary>
/// <remarks>A multiplication a number instead of a logarithm. The mantissas lie in [1, 2), so that 1,000 of them stay in range.</remarks>
internal struct LogProduct()
{
    private const int Renewal = 1000;
    private const long MantissaBits = 0x000FFFFFFFFFFFFF;
    private const long ExponentOfOne = 0x3FF0000000000000;

    private Vector256<double> _mantissas = Vector256<double>.One;
    private Vector256<long> _exponents;
    private Vector256<double> _logarithms;
    private int _pending;
    private int _count;

    /// <summary>Multiplies by positive, normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Multiply(Vector256<double> values)
    {
        unchecked
        {
            var bits = values.AsInt64();
            _exponents += Vector256.ShiftRightLogical(bits, 52);
            _mantissas *= ((bits & Vector256.Create(MantissaBits)) | Vector256.Create(ExponentOfOne)).AsDouble();
            _count++;
            if (++_pending == Renewal)
                Renew();
        }
    }

    /// <summary>The sum of the logarithms.</summary>
    public Vector256<double> Sum()
    {
        Renew();
        var powers = Vector256.ConvertToDouble(_exponents) - Vector256.Create(1023.0 * _count);
        return _logarithms + powers * 0.6931471805599453;
    }

    private void Renew()
    {
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
            _logarithms = _logarithms.WithElement(lane, _logarithms[lane] + Math.Log(_mantissas[lane]));
        (_mantissas, _pending) = (Vector256<double>.One, 0);
    }
}
