using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Tests.Distributions;

/// <summary>
/// Natural logarithms of tails where p is below the range of a double or the parameters are extreme, from 60-digit arithmetic (mpmath 1.3:
/// the series and continued fractions of the incomplete functions with log-gamma prefactors).
/// </summary>
public class FarTailTests
{
    /// <summary>Of p where log p is above −1, else of log p.</summary>
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(5.0, -15.0649983939887257)]
    [InlineData(38.5, -745.695270290411081)]
    [InlineData(100.0, -5005.52420869420509)]
    [InlineData(447.2, -100000.941949455282)]
    [InlineData(10000.0, -50000010.1292789152)]
    public void The_normal_tail_keeps_its_digits(double z, double expected) =>
        Same(Normal.LogProbability(z, Tail.Upper), expected);

    [Theory]
    [InlineData(5.0, 0.01, -0.739159062058115337)]
    [InlineData(1000000.0, 0.5, -8.04500140975373524)]
    [InlineData(30.0, 3.0, -10.1098624337675104)]
    [InlineData(1e+30, 7.5, -512.485386211236797)]
    [InlineData(60.0, 200.0, -297.986486358154216)]
    [InlineData(10000.0, 250.0, -1616.08345851026563)]
    [InlineData(700.0, 50000.0, -59494.9336060962575)]
    [InlineData(40.0, 100000000.0, -804.602034084571197)]
    [InlineData(300.0, 100000000.0, -44986.3844241281922)]
    [InlineData(0.001, 0.01, -0.69324649712391853)]
    public void The_tail_of_t_keeps_its_digits(double t, double df, double expected) =>
        Same(StudentT.LogProbability(t, df, Tail.Upper), expected);

    [Theory]
    [InlineData(1e-300, 0.02, Tail.Lower, -6.908996442841667)]
    [InlineData(3000.0, 1.0, Tail.Upper, -1504.22930819248111)]
    [InlineData(200000.0, 1.0, Tail.Upper, -100006.328832675347)]
    [InlineData(200000.0, 3.5, Tail.Upper, -99991.2808972802987)]
    [InlineData(1e-05, 9.0, Tail.Lower, -58.8851449634133025)]
    [InlineData(400000.0, 200000.0, Tail.Upper, -30691.9573661036922)]
    [InlineData(100000.0, 200000.0, Tail.Lower, -19320.7003309115943)]
    [InlineData(200000000.0, 100000000.0, Tail.Upper, -15342650.7547080911)]
    [InlineData(100500000.0, 100000000.0, Tail.Upper, -627.409638389865098)]
    [InlineData(0.5, 0.002, Tail.Upper, -6.86436597775478482)]
    public void The_tails_of_chi_squared_keep_their_digits(double x, double df, Tail tail, double expected) =>
        Same(ChiSquared.LogProbability(x, df, tail), expected);

    [Theory]
    [InlineData(0.3, 200000.0, 100000.0, Tail.Lower, -85514.778220794892)]
    [InlineData(0.9, 200000.0, 100000.0, Tail.Upper, -60382.8834078840929)]
    [InlineData(0.5001, 10000000.0, 10000000.0, Tail.Upper, -1.68444875550282415)]
    [InlineData(1e-09, 0.001, 0.001, Tail.Upper, -0.672846240438640675)]
    [InlineData(1e-12, 40.0, 3.0, Tail.Lower, -1098.48275013271615)]
    [InlineData(0.999, 0.5, 4000.0, Tail.Upper, -27635.7400368164473)]
    [InlineData(0.02, 0.001, 100000.0, Tail.Upper, -2034.77170134536124)]
    [InlineData(0.25, 3000000.0, 10000000.0, Tail.Upper, -13055.9791367544202)]
    public void The_tails_of_beta_keep_their_digits(double x, double a, double b, Tail tail, double expected) =>
        Same(Beta.LogProbability(x, a, b, tail), expected);

    [Theory]
    [InlineData(4000, 5000, 95000, 9000, -8171.77591505602483)]
    [InlineData(60, 200, 19800, 500, -111.586382102606808)]
    [InlineData(1500, 1600, 200000, 3000, -6403.32166070457026)]
    public void The_hypergeometric_tail_keeps_its_digits(int k, int marked, int unmarked, int drawn, double expected) =>
        Same(Hypergeometric.LogProbability(k, marked, unmarked, drawn, Tail.Upper), expected);

    [Theory]
    [InlineData(100000, 0.3, 20.0, -1499.28047435247547)]
    [InlineData(0, 0.001, 1000000.0, -0.0207232658379464116)]
    [InlineData(500000, 50.0, 30.0, -489939.694175859784)]
    [InlineData(1, 74000000.0, 1.8, -1.2122133375303135)]
    [InlineData(3, 1e-05, 0.0001, -12.8974772720665402)]
    public void The_negative_binomial_density_keeps_its_digits(int k, double size, double mean, double expected) =>
        Same(NegativeBinomial.LogDensity(k, size, mean), expected);

    private static void Same(double found, double expected) =>
        found.ShouldBe(expected, Tolerance * Math.Max(1, Math.Abs(expected)));
}
