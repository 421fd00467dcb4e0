using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Distributions;

/// <summary>Every value of distributions/expected.tsv: the call of R in its columns fn and args.</summary>
public class DistributionReferenceTests
{
    private const string File = "distributions/expected.tsv";

    [Fact]
    public void Probabilities_quantiles_and_densities_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var call in Calls())
            agreement.Check(call.Place, call.Ours(), call.Expected, call.Tolerance, call.Floor);
        agreement.Verify();
    }

    private static List<RCall> Calls()
    {
        var calls = ReferenceTable.Read(File).Rows.Select(RCall.Read).ToList();
        foreach (var ofFunction in calls.GroupBy(c => c.Function))
        foreach (var flag in new[] { "lower.tail", "log.p", "log" })
            if (IsWithoutEffect(flag, ofFunction))
                foreach (var call in ofFunction)
                    call.Arguments.Remove(flag);
        return calls;
    }

    /// <summary>Whether all calls that differ in this flag alone have the same value: then it was not passed to R.</summary>
    private static bool IsWithoutEffect(string flag, IEnumerable<RCall> calls)
    {
        var groups = calls.GroupBy(c => c.Key(flag)).Where(g => g.Count() > 1).ToList();
        return groups.Count > 0 && groups.All(g => g.Select(c => c.Expected).Distinct().Count() == 1);
    }
}
