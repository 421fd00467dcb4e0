using Refractor.Answers;
using Refractor.Checking;
using Refractor.Tests.Answers;

namespace Refractor.Tests.Checking;

/// <summary>The checker against claims of real answers, damaged in one known way with a fixed seed.</summary>
public class DamagedClaimTests(ITestOutputHelper output)
{
    private const double LeastRefused = 0.99;

    /// <summary>The words of a finding are compared as a set: where a source prints "better" and "worse", one can stand for the other.</summary>
    private const double LeastRefusedInFigures = 0.95;
    private const int Seed = 20261121;
    private static readonly AnswerChecker Checker = new(RealKnowledge.Pack);
    private static readonly Lazy<IReadOnlyList<Claim>> Claims = new(() =>
        [.. AskedQuestions.Claims.DistinctBy(c => (c.Text, string.Join(' ', c.Evidence)))]
    );

    public static TheoryData<string> Classes => [.. Damage.Classes.Select(c => c.Name)];

    [Fact]
    public void Every_claim_as_written_is_accepted() =>
        Claims
            .Value.Select(c => (c.Text, Fault: Checker.Check(c.Text, c.Evidence)))
            .Where(c => c.Fault is not null)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_damaged_claim_is_refused(string damage)
    {
        var broken = Broken(damage);
        var accepted = broken.Where(b => Checker.Check(b.Text, b.Evidence) is null).ToList();
        output.WriteLine($"{damage}: {broken.Count - accepted.Count} of {broken.Count} refused");
        foreach (var claim in accepted)
            output.WriteLine($"accepted: {claim.Text} <- {string.Join(' ', claim.Evidence)}");
        broken.Count.ShouldBeGreaterThan(10);
        (1 - ((double)accepted.Count / broken.Count)).ShouldBeGreaterThanOrEqualTo(
            damage == "figures told otherwise" ? LeastRefusedInFigures : LeastRefused,
            string.Join('\n', accepted.Take(5).Select(a => a.Text))
        );
    }

    private static List<DamagedClaim> Broken(string damage)
    {
        var broken = new List<DamagedClaim>();
        var make = Damage.Classes.Single(c => c.Name == damage).Do;
        for (var i = 0; i < Claims.Value.Count; i++)
        {
            if (make(Claims.Value[i], new Random(Seed + i)) is { } claim)
                broken.Add(claim);
        }
        return broken;
    }
}
