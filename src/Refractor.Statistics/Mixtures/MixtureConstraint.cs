namespace Refractor.Statistics.Mixtures;

/// <summary>What is demanded of the coefficients of a mixture.</summary>
public enum MixtureConstraint
{
    /// <summary>None is negative: non-negative least squares, as for the exposures of mutational signatures.</summary>
    NonNegative = 0,

    /// <summary>None is negative and they sum to 1: fractions of a whole.</summary>
    SumToOne,

    /// <summary>None is negative and they sum to at most 1: fractions beside an unknown rest, as quanTIseq leaves for the tumour.</summary>
    SumAtMostOne,
}
