using FsCheck.Fluent;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Tests.Associations;

public class EvidenceOrderTests
{
    private static readonly EvidenceItem[] Sample = [.. RealKnowledge.Pack.Items.Where(i => i.Index % 5 == 0)];

    [Fact]
    public void Sorting_any_permutation_gives_the_same_order()
    {
        var expected = Sorted(Sample);
        Prop.ForAll(Gen.Shuffle(Sample).ToArbitrary(), items => Sorted(items).SequenceEqual(expected)).Holds(100);
    }

    [Fact]
    public void The_order_is_total_on_the_real_items()
    {
        var order = EvidenceOrder.Instance;
        var pairs = Gen.Elements(Sample).Three().ToArbitrary();
        Prop.ForAll(
                pairs,
                t =>
                {
                    var (x, y, z) = t;
                    Math.Sign(order.Compare(x, y)).ShouldBe(-Math.Sign(order.Compare(y, x)));
                    (order.Compare(x, y) == 0).ShouldBe(ReferenceEquals(x, y));
                    if (order.Compare(x, y) <= 0 && order.Compare(y, z) <= 0)
                        order.Compare(x, z).ShouldBeLessThanOrEqualTo(0);
                }
            )
            .Holds(2_000);
    }

    [Fact]
    public void Stronger_larger_and_newer_findings_come_first()
    {
        EvidenceItem[] expected =
        [
            An.InTrial("trial2001"),
            An.Item("adjusted2001", adjustedFor: ["age"], n: 150),
            An.Item("large2001", n: 900),
            An.Item("newer2020", from: An.Paper("newer2020", 2020)),
            An.Item("a2010", from: An.Paper("a2010", 2010)),
            An.Item("b2010", from: An.Paper("b2010", 2010)),
            An.Item("undated", from: An.Paper("undated", null)),
            An.Item("unsized", n: null),
            An.InCells("cells2022"),
            An.Item("gone2010", n: 5_000, from: An.Paper("gone2010", retracted: true)),
        ];
        Sorted([.. expected.Reverse()]).ShouldBe([.. expected.Select(i => i.Id)]);
    }

    [Fact]
    public void Confirmed_findings_come_before_those_seen_only_through_another_text()
    {
        var review = An.Item("review2001", design: Design.Review, n: null);
        var secondary = An.Item("secondary2020", design: Design.RandomisedTrial, n: 900, check: Checked.Secondary);
        Sorted([secondary, review]).ShouldBe([review.Id, secondary.Id]);
    }

    private static string[] Sorted(IEnumerable<EvidenceItem> items) =>
        [.. items.OrderBy(i => i, EvidenceOrder.Instance).Select(i => i.Id)];
}
