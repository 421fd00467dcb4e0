namespace Refractor.Statistics.Distributions;

/// <summary>Which side of a distribution a probability belongs to.</summary>
public enum Tail
{
    /// <summary>At most x: P(X ≤ x).</summary>
    Lower,

    /// <summary>More than x: P(X &gt; x). For counts, x itself belongs to the lower tail.</summary>
    Upper,
}
