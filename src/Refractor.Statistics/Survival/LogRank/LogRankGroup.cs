namespace Refractor.Statistics.Survival.LogRank;

/// <summary>Events of a group.</summary>
/// <param name="Group">Number of the group.</param>
/// <param name="N">Patients.</param>
/// <param name="Observed">Events observed, weighted if rho is not 0.</param>
/// <param name="Expected">Events expected if survival were the same in all groups, weighted if rho is not 0.</param>
public readonly record struct LogRankGroup(int Group, int N, double Observed, double Expected);

/// <summary>The test of a pair of groups.</summary>
/// <param name="First">Number of the first group: the reference.</param>
/// <param name="Second">Number of the second.</param>
/// <param name="Test">The test, or why there is none.</param>
public readonly record struct PairwiseLogRank(int First, int Second, Estimate<LogRankTest> Test);
