using System.Text.RegularExpressions;
using Refractor.Answers;
using Refractor.Knowledge;

namespace Refractor.Tests.Answers;

/// <summary>What holds for every claim of every answer.</summary>
public partial class ClaimSupportTests
{
    [Fact]
    public void Every_claim_names_evidence_that_the_pack_holds() =>
        AskedQuestions.Claims.Where(c => c.Evidence.Count == 0 || Items(c).Count != c.Evidence.Count).ShouldBeEmpty();

    [Fact]
    public void Every_claim_cites_references_that_are_listed_once_in_order()
    {
        foreach (var (question, answer) in AskedQuestions.All)
        {
            answer.References.Select(r => r.Number).ShouldBe(Enumerable.Range(1, answer.References.Count), question.Id);
            var numbers = answer.References.Select(r => r.Number).ToHashSet();
            foreach (var claim in answer.Sections.SelectMany(s => s.Claims))
            {
                claim.Citations.ShouldNotBeEmpty(claim.Text);
                claim.Citations.ShouldAllBe(c => numbers.Contains(c), claim.Text);
                InText(claim).Except(claim.Citations).ShouldBeEmpty(claim.Text);
            }
        }
    }

    [Fact]
    public void The_papers_cited_are_the_papers_of_the_evidence()
    {
        foreach (var (_, answer) in AskedQuestions.All)
        {
            var papers = answer.References.ToDictionary(r => r.Number, r => r.Paper.Key);
            foreach (var claim in answer.Sections.SelectMany(s => s.Claims))
                claim
                    .Citations.Select(c => papers[c])
                    .Order()
                    .ShouldBe(Items(claim).Select(i => i.Paper.Key).Distinct().Order(), claim.Text);
        }
    }

    [Fact]
    public void Every_reference_is_cited()
    {
        foreach (var (question, answer) in AskedQuestions.All)
            answer
                .References.Select(r => r.Number)
                .Except(answer.Sections.SelectMany(s => s.Claims).SelectMany(c => c.Citations))
                .ShouldBeEmpty(question.Id);
    }

    [Fact]
    public void A_claim_on_what_is_not_confirmed_says_so() =>
        AskedQuestions
            .Claims.Where(c => !IsCount(c) && Items(c).Exists(i => !i.IsConfirmed))
            .Where(c => !c.Text.Contains("not confirmed", StringComparison.OrdinalIgnoreCase))
            .Select(c => c.Text)
            .ShouldBeEmpty();

    [Fact]
    public void A_claim_on_confirmed_evidence_alone_does_not_say_not_confirmed() =>
        AskedQuestions
            .Claims.Where(c => Items(c).TrueForAll(i => i.IsConfirmed))
            .Where(c => c.Text.Contains("not confirmed", StringComparison.OrdinalIgnoreCase))
            .Select(c => c.Text)
            .ShouldBeEmpty();

    [Fact]
    public void No_claim_rests_on_a_retracted_paper() =>
        AskedQuestions.Claims.Where(c => Items(c).Exists(i => i.Paper.Retracted)).Select(c => c.Text).ShouldBeEmpty();

    /// <summary>A count states that items exist, not what they found.</summary>
    private static bool IsCount(Claim claim) => char.IsDigit(claim.Text[0]) && Counted().IsMatch(claim.Text);

    private static IEnumerable<int> InText(Claim claim) =>
        Citation()
            .Matches(claim.Text)
            .SelectMany(m => m.Groups[1].Value.Split(", "))
            .Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture));

    private static List<EvidenceItem> Items(Claim claim) =>
        [.. claim.Evidence.Select(RealKnowledge.Pack.FindItem).OfType<EvidenceItem>()];

    [GeneratedRegex(@"\[(\d+(?:, \d+)*)\]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^\d+ (?:papers|evidence items|distinct)")]
    private static partial Regex Counted();
}
