using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Tests.Associations;

public class AspectTests
{
    [Theory]
    [InlineData(FeatureState.High, Effect.Resistance, Direction.Resistance)]
    [InlineData(FeatureState.Low, Effect.Resistance, Direction.Sensitivity)]
    [InlineData(FeatureState.Low, Effect.Sensitivity, Direction.Resistance)]
    [InlineData(FeatureState.High, Effect.Sensitivity, Direction.Sensitivity)]
    [InlineData(FeatureState.Negative, Effect.Sensitivity, Direction.Resistance)]
    [InlineData(FeatureState.Absent, Effect.Resistance, Direction.Sensitivity)]
    [InlineData(FeatureState.Decreased, Effect.Resistance, Direction.Sensitivity)]
    [InlineData(FeatureState.WildType, Effect.Sensitivity, Direction.Resistance)]
    [InlineData(FeatureState.Mutated, Effect.Resistance, Direction.Resistance)]
    [InlineData(FeatureState.Deleted, Effect.Resistance, Direction.Resistance)]
    [InlineData(FeatureState.Continuous, Effect.Resistance, Direction.Resistance)]
    [InlineData(FeatureState.Low, Effect.NoEffect, Direction.None)]
    [InlineData(FeatureState.High, Effect.NoEffect, Direction.None)]
    [InlineData(FeatureState.Low, Effect.Mixed, Direction.Unstated)]
    public void A_direction_is_turned_to_the_gain_side(FeatureState state, Effect effect, Direction expected) =>
        Aspects.DirectionOf(An.Item(state: state, effect: effect)).ShouldBe(expected);

    [Theory]
    [InlineData(Level.ProteinExpression, Direction.Sensitivity)]
    [InlineData(Level.PathwayActivity, Direction.Sensitivity)]
    [InlineData(Level.DnaVariant, Direction.Resistance)]
    [InlineData(Level.GermlineVariant, Direction.Resistance)]
    public void Loss_of_function_is_absence_of_a_protein_and_presence_of_a_variant(Level level, Direction expected) =>
        Aspects.DirectionOf(An.Item(state: FeatureState.LossOfFunction, level: level)).ShouldBe(expected);

    [Theory]
    [InlineData(FeatureState.High, Level.RnaExpression, Aspect.Amount)]
    [InlineData(FeatureState.Low, Level.ProteinExpression, Aspect.Amount)]
    [InlineData(FeatureState.Present, Level.Subtype, Aspect.Amount)]
    [InlineData(FeatureState.Mutated, Level.DnaVariant, Aspect.Sequence)]
    [InlineData(FeatureState.WildType, Level.DnaVariant, Aspect.Sequence)]
    [InlineData(FeatureState.PathogenicVariant, Level.GermlineVariant, Aspect.Sequence)]
    [InlineData(FeatureState.Present, Level.Fusion, Aspect.Sequence)]
    [InlineData(FeatureState.Mutated, Level.ProteinExpression, Aspect.Sequence)]
    [InlineData(FeatureState.Amplified, Level.CopyNumber, Aspect.Amplification)]
    [InlineData(FeatureState.High, Level.CopyNumber, Aspect.Amplification)]
    [InlineData(FeatureState.Deleted, Level.CopyNumber, Aspect.Deletion)]
    [InlineData(FeatureState.Methylated, Level.Methylation, Aspect.Methylation)]
    [InlineData(FeatureState.High, Level.Methylation, Aspect.Methylation)]
    [InlineData(FeatureState.Reversion, Level.DnaVariant, Aspect.Reversion)]
    public void The_aspect_follows_from_state_and_level(FeatureState state, Level level, Aspect expected) =>
        Aspects.Of(An.Item(state: state, level: level)).ShouldBe(expected);

    [Theory]
    [InlineData(Relation.Predictive, EvidenceRole.Response)]
    [InlineData(Relation.Mechanism, EvidenceRole.Response)]
    [InlineData(Relation.CrossResistance, EvidenceRole.Response)]
    [InlineData(Relation.Prognostic, EvidenceRole.Outcome)]
    [InlineData(Relation.TreatmentChange, EvidenceRole.Change)]
    public void The_role_follows_from_the_relation(Relation relation, EvidenceRole expected) =>
        Aspects.RoleOf(An.Item(relation: relation)).ShouldBe(expected);

    [Fact]
    public void Turning_a_direction_twice_gives_it_back()
    {
        foreach (var direction in Enum.GetValues<Direction>())
            Aspects.Opposite(Aspects.Opposite(direction)).ShouldBe(direction);
        Aspects.Opposite(Direction.Resistance).ShouldBe(Direction.Sensitivity);
        Aspects.Opposite(Direction.None).ShouldBe(Direction.None);
    }
}
