using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Tests.Survival.Cox;

/// <summary>Sixteen patients with ties, late entry, weights and strata, for calls whose answers of R stand in the tests.</summary>
/// <remarks>
/// In R: <c>d &lt;- data.frame(start, time, status, x, z, w, s)</c> with these values, <c>coxph.control(eps = 1e-12)</c>, survival 3.5-3.
/// </remarks>
internal static class SmallCohort
{
    public static readonly double[] Start = [0, 0, 1, 0, 2, 1, 0, 3, 2, 0, 4, 1, 5, 3, 6, 0];
    public static readonly double[] Time = [1, 2, 2, 3, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9, 10, 12];
    public static readonly double[] Status = [1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 0];
    public static readonly double[] Z = [1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0];
    public static readonly double[] Weight = [1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1];
    public static readonly int[] Stratum = [0, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1];

    public static readonly double[] X =
    [
        0.4,
        -1.2,
        0.8,
        1.5,
        0.3,
        -0.7,
        2.1,
        -0.2,
        0.9,
        -1.6,
        0.1,
        1.1,
        -0.5,
        0.6,
        -0.9,
        -1.4,
    ];

    public static SurvivalTimes FromStart => SurvivalTimes.Of(Time, Status);

    public static SurvivalTimes LateEntry => SurvivalTimes.Between(Start, Time, Status);

    public static Covariate[] Covariates => [Covariate.Numeric("x", X), Covariate.Numeric("z", Z)];

    public static void ShouldAgree(this IEnumerable<double> actual, double[] expected, double tolerance = 1e-9)
    {
        var ours = actual.ToArray();
        ours.Length.ShouldBe(expected.Length);
        for (var i = 0; i < ours.Length; i++)
            ours[i].ShouldBe(expected[i], tolerance * Math.Max(1, Math.Abs(expected[i])), $"value {i}");
    }
}
