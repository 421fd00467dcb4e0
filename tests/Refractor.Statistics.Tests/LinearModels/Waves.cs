using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Tests.LinearModels;

/// <summary>
/// 60 features × 10 samples that R makes alike:
/// <c>y &lt;- outer(1:60, 1:10, function(g, s) 5 + 3*sin(g) + sin(7*g*s + s^2) * (0.5 + (g%%7)/4) * exp(sin(g)/2)); y[5,] &lt;- y[5,]*30</c>,
/// with missing cells <c>(g*s)%%13 == 5</c>, weights <c>1 + ((g + 3*s)%%5)/2</c>, design <c>cbind(1, grp = rep(0:1, 5),
/// age = (1:10)^1.5)</c> and blocks <c>c(1,1,2,2,2,3,3,4,5,5)</c>.
/// </summary>
internal static class Waves
{
    public const int Features = 60;
    public const int Samples = 10;

    public static FeatureMatrix Complete { get; } = Of(Value);

    public static FeatureMatrix WithMissing { get; } = Of((g, s) => g * s % 13 == 5 ? double.NaN : Value(g, s));

    public static FeatureMatrix Weights { get; } = Of((g, s) => 1 + (g + 3 * s) % 5 / 2.0);

    public static string[] Blocks { get; } = ["1", "1", "2", "2", "2", "3", "3", "4", "5", "5"];

    public static DesignMatrix Design { get; } =
        DesignMatrix
            .For(Samples)
            .Intercept()
            .Numeric("grp", [0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
            .Numeric("age", [.. Enumerable.Range(1, Samples).Select(s => Math.Pow(s, 1.5))])
            .ToDesign();

    public static FeatureMatrix Of(Func<int, int, double> value) =>
        FeatureMatrix.Of(
            Features,
            Samples,
            Enumerable
                .Range(1, Features)
                .SelectMany(g => Enumerable.Range(1, Samples).Select(s => value(g, s)))
                .ToArray()
        );

    public static double Value(int g, int s) =>
        (5 + 3 * Math.Sin(g) + Math.Sin(7 * g * s + s * s) * (0.5 + g % 7 / 4.0) * Math.Exp(Math.Sin(g) / 2))
        * (g == 5 ? 30 : 1);
}
