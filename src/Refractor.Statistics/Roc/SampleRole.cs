namespace Refractor.Statistics.Roc;

/// <summary>What a sample is in a comparison of two groups.</summary>
public enum SampleRole : byte
{
    /// <summary>Not part of the comparison.</summary>
    LeftOut = 0,

    /// <summary>A control: the reference group, such as sensitive tumours.</summary>
    Control = 1,

    /// <summary>A case, such as resistant tumours.</summary>
    Case = 2,
}
