namespace Refractor.Statistics.Contingency;

/// <summary>
/// Counts of two groups by outcome. The first row is the group asked about (cases, treated, altered), the second the reference; the first
/// column is the outcome counted. Ratios above 1 and differences above 0 mean that the first group has the outcome more often.
/// </summary>
/// <param name="A">First group with the outcome.</param>
/// <param name="B">First group without it.</param>
/// <param name="C">Reference group with the outcome.</param>
/// <param name="D">Reference group without it.</param>
public readonly record struct TwoByTwo(int A, int B, int C, int D)
{
    /// <summary>Number of subjects.</summary>
    public long N => (long)A + B + C + D;

    /// <summary>Size of the first group.</summary>
    public long FirstRow => (long)A + B;

    /// <summary>Size of the reference group.</summary>
    public long SecondRow => (long)C + D;

    /// <summary>Subjects with the outcome.</summary>
    public long FirstColumn => (long)A + C;

    /// <summary>Subjects without the outcome.</summary>
    public long SecondColumn => (long)B + D;

    /// <summary>Whether a group is empty, or all subjects have the same outcome: then nothing can be compared.</summary>
    public bool HasEmptyMargin => FirstRow == 0 || SecondRow == 0 || FirstColumn == 0 || SecondColumn == 0;

    /// <summary>The table with the two groups exchanged.</summary>
    public TwoByTwo SwapRows => new(C, D, A, B);

    /// <summary>Why nothing can be compared; <see cref="NotEstimable.None"/> if it can.</summary>
    internal NotEstimable Reason
    {
        get
        {
            if (N == 0)
                return NotEstimable.TooFewValues;
            if (FirstRow == 0 || SecondRow == 0)
                return NotEstimable.OneGroup;
            return FirstColumn == 0 || SecondColumn == 0 ? NotEstimable.NoVariation : NotEstimable.None;
        }
    }

    internal void Check(string name)
    {
        if (A < 0 || B < 0 || C < 0 || D < 0)
            throw new ArgumentOutOfRangeException(name, ToString(), "expected counts not below 0.");
    }
}
