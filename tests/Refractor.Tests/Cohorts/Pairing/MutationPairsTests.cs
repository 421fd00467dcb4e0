using Refractor.Cohorts;
using Refractor.Cohorts.Pairing;

namespace Refractor.Tests.Cohorts.Pairing;

public class MutationPairsTests
{
    private const int Pairs = 12;

    private static readonly GenePanel Exome = GenePanel.AllGenes("exome");

    // binom.test(9, 10)$p.value
    [Fact]
    public void Gained_against_lost_is_the_exact_test_of_McNemar()
    {
        var gene = Run(Layer(after: p => p < 9, before: p => p == 10)).Genes.Single();
        (gene.Pairs, gene.Before, gene.After).ShouldBe((Pairs, 1, 9));
        (gene.Gained, gene.Lost, gene.Replaced, gene.Shared).ShouldBe((9, 1, 0, 0));
        Math.Exp(gene.LogP).ShouldBe(0.021484375, 1e-12);
        gene.LogQ.ShouldBe(gene.LogP);
    }

    [Fact]
    public void A_side_that_was_not_sequenced_for_the_gene_takes_the_pair_out()
    {
        var other = GenePanel.Of("other", ["PIK3CA"]);
        var layer = Layer(after: p => p < 9, before: _ => false, panel: s => s is 0 or Pairs + 1 ? other : Exome);
        var gene = Run(layer).Genes.Single();
        (gene.Pairs, gene.Gained).ShouldBe((Pairs - 2, 7));
    }

    [Fact]
    public void A_sample_that_was_not_sequenced_makes_no_pair_and_is_named()
    {
        var found = Run(Layer(after: p => p < 9, before: _ => false, panel: s => s == Pairs + 2 ? null : Exome));
        found.Pairs.Pairs.Count.ShouldBe(Pairs - 1);
        found.Pairs.Unpaired.ShouldBe([new Unpaired("P2", "no sample on treatment sequenced")]);
    }

    [Fact]
    public void Another_variant_of_the_gene_is_not_shared_and_speaks_for_neither_direction()
    {
        Mutation[] mutations =
        [
            Change(0, "p.D538G"),
            Change(Pairs, "p.Y537S"),
            Change(1, "p.Y537S"),
            Change(Pairs + 1, "p.Y537S"),
            Change(2, "p.Y537S"),
            Change(Pairs + 2, "p.Y537S"),
            Change(Pairs + 2, "p.L536H"),
        ];
        var gene = Run(new MutationLayer(mutations, [.. Enumerable.Repeat(Exome, 2 * Pairs)]), fewest: 1)
            .Genes.Single();
        (gene.Gained, gene.Lost, gene.Replaced, gene.Shared).ShouldBe((1, 0, 1, 1));
        gene.Variants.ShouldBe([
            new VariantChange("p.D538G", 0, 1, 0),
            new VariantChange("p.L536H", 1, 0, 0),
            new VariantChange("p.Y537S", 1, 0, 2),
        ]);
        gene.LogP.ShouldBe(0);
    }

    [Fact]
    public void A_silent_variant_is_no_alteration_and_a_variant_without_a_name_goes_by_its_class()
    {
        Mutation[] mutations =
        [
            new(0, "ESR1", "Silent", "p.A1=", null, null),
            new(1, "ESR1", "Splice_Site", null, null, null),
            new(Pairs + 1, "ESR1", "Splice_Site", null, null, null),
        ];
        var gene = Run(new MutationLayer(mutations, [.. Enumerable.Repeat(Exome, 2 * Pairs)])).Genes.Single();
        gene.Variants.ShouldBe([new VariantChange("Splice_Site", 0, 0, 1)]);
        gene.LogP.ShouldBe(double.NaN);
    }

    private static Mutation Change(int sample, string protein) =>
        new(sample, "ESR1", "Missense_Mutation", protein, null, null);

    private static MutationLayer Layer(
        Func<int, bool> after,
        Func<int, bool> before,
        Func<int, GenePanel?>? panel = null
    ) =>
        new(
            [
                .. Enumerable.Range(0, Pairs).Where(before).Select(p => Change(p, "p.Y537S")),
                .. Enumerable.Range(0, Pairs).Where(after).Select(p => Change(Pairs + p, "p.Y537S")),
            ],
            [.. Enumerable.Range(0, 2 * Pairs).Select(panel ?? (_ => Exome))]
        );

    private static MutationPairs Run(MutationLayer layer, int fewest = 5) =>
        MutationPairs.Run(
            new Cohort("paired", [.. Enumerable.Range(0, Pairs).Select(p => $"P{p}")], [])
            {
                Samples =
                [
                    .. Enumerable.Range(0, Pairs).Select(p => new Sample($"P{p}-A", p)),
                    .. Enumerable.Range(0, Pairs).Select(p => new Sample($"P{p}-B", p, TimePoint.OnTreatment)),
                ],
                Mutations = layer,
            },
            new PairRequest(),
            fewest
        );
}
