namespace Refractor.Statistics.MeanTests;

/// <summary>The mean of one group.</summary>
/// <param name="Group">Label of the group.</param>
/// <param name="N">Number of values.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Interval">Interval of the mean; none where its variance cannot be estimated.</param>
public readonly record struct GroupMean(int Group, int N, double Mean, Interval Interval);
