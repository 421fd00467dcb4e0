namespace Refractor.Statistics.MetaAnalysis;

/// <summary>How the variance between studies, τ², is estimated (Veroniki et al., Res Synth Methods 2016, compare them).</summary>
public enum HeterogeneityEstimator
{
    /// <summary>
    /// Restricted maximum likelihood: nearly unbiased, the default here and in metafor. Always found: Newton steps inside a bracket,
    /// and exactly 0 where the likelihood falls from 0 on.
    /// </summary>
    RestrictedMaximumLikelihood = 0,

    /// <summary>No variance between studies: one effect common to all, weighted by inverse variance.</summary>
    EqualEffects,

    /// <summary>DerSimonian and Laird, Control Clin Trials 1986: from the expectation of Q; closed form, cut at 0.</summary>
    DerSimonianLaird,

    /// <summary>Maximum likelihood: biased downwards in few studies.</summary>
    MaximumLikelihood,

    /// <summary>Paule and Mandel, J Res Natl Bur Stand 1982: the τ² at which Q equals its degrees of freedom.</summary>
    PauleMandel,

    /// <summary>Sidik and Jonkman, J R Stat Soc C 2005: positive as soon as two effects differ.</summary>
    SidikJonkman,

    /// <summary>Hedges, Psychol Bull 1983: from the unweighted variance of the effects; cut at 0.</summary>
    Hedges,
}
