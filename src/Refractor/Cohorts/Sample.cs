namespace Refractor.Cohorts;

/// <summary>One specimen of one patient at one time.</summary>
/// <param name="Id">Name of the sample as the layers use it.</param>
/// <param name="Patient">Index of the patient.</param>
/// <param name="Time">When it was taken.</param>
public sealed record Sample(string Id, int Patient, TimePoint Time = TimePoint.Baseline);

/// <summary>When a sample was taken.</summary>
public enum TimePoint
{
    /// <summary>Before treatment; also taken where the source tells no time.</summary>
    Baseline,

    /// <summary>During treatment.</summary>
    OnTreatment,

    /// <summary>After treatment, such as at surgery.</summary>
    AfterTreatment,

    /// <summary>At relapse or progression.</summary>
    Relapse,

    /// <summary>No tumour.</summary>
    Normal,
}
