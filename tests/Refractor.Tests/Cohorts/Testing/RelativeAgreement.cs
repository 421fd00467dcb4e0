namespace Refractor.Tests.Cohorts.Testing;

/// <summary>Agreement relative to the expected number, so that small p count like large ones. R was run to 1e-12 and printed to 12 digits.</summary>
internal static class RelativeAgreement
{
    public static void ShouldBeNear(this double found, double expected, double tolerance = 1e-8) =>
        (Math.Abs(found - expected) / Math.Abs(expected)).ShouldBeLessThan(tolerance, $"{found} for {expected}");
}
