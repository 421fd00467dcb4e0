namespace Refractor.Statistics.Counts;

/// <summary>What is found for each gene, column by column; NaN for genes without reads.</summary>
internal sealed class CountModelColumns(int genes)
{
    /// <summary>Mean normalised count.</summary>
    public double[] Mean { get; } = new double[genes];

    /// <summary>Variance of normalised counts.</summary>
    public double[] Variance { get; } = new double[genes];

    public double[] GeneDispersion { get; } = Unknown(genes);

    public double[] FittedDispersion { get; } = Unknown(genes);

    public double[] MapDispersion { get; } = Unknown(genes);

    public double[] Dispersion { get; } = Unknown(genes);

    public bool[] IsOutlier { get; } = new bool[genes];

    public bool[] Converged { get; } = new bool[genes];

    public double[] MaxCooks { get; } = Unknown(genes);

    /// <summary>Whether three samples have more reads than the one with the largest Cook's distance.</summary>
    public bool[] ThreeAreHigher { get; } = new bool[genes];

    /// <summary>Expected counts of the fit that the dispersions are estimated from.</summary>
    public double[]?[] Expected { get; } = new double[]?[genes];

    /// <summary>Natural log coefficients; null for genes without reads.</summary>
    public double[]?[] Coefficients { get; } = new double[]?[genes];

    public double[,]?[] Covariances { get; } = new double[,]?[genes];

    private static double[] Unknown(int genes)
    {
        var column = new double[genes];
        Array.Fill(column, double.NaN);
        return column;
    }
}
