using System.Text.RegularExpressions;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>A noun phrase with its number.</summary>
internal sealed record Noun(string Words, bool IsPlural = false)
{
    public string Was => IsPlural ? "were" : "was";
}

/// <summary>Words for a feature in a state, measured at a level.</summary>
internal sealed partial class Subjects(Names names)
{
    /// <summary>The noun phrase; null where the state and level make none that reads well.</summary>
    public Noun? Of(Told told)
    {
        var name = NameOf(told);
        var patterns = PatternsOf(told);
        if (patterns.Length == 0)
            return null;
        var words = told.Style.Pick(Choice.Subject, patterns).Fill(name);
        return new Noun(words, Plural().IsMatch(words));
    }

    /// <summary>The name of the feature alone.</summary>
    public string NameOf(Told told) => names.Of(told.Feature, told.Item.Level, told.Style);

    /// <summary>What is measured, without a state: "HER2 protein expression".</summary>
    public Noun Measured(Told told)
    {
        var name = NameOf(told);
        if (!IsGene(told.Feature))
            return new Noun(name, Plural().IsMatch(name));
        var words = told.Item.Level switch
        {
            Level.ProteinExpression =>
                $"{name} {told.Style.Pick(Choice.Subject, ["protein expression", "protein", "protein levels"])}",
            Level.RnaExpression =>
                $"{name} {told.Style.Pick(Choice.Subject, ["mRNA expression", "mRNA", "transcript levels"])}",
            Level.NcRnaExpression => $"{name} {told.Style.Pick(Choice.Subject, ["expression", "levels"])}",
            Level.ProteinActivity or Level.PathwayActivity => $"{name} activity",
            Level.CopyNumber => $"{name} copy number",
            _ => name,
        };
        return new Noun(words, Plural().IsMatch(words));
    }

    private static string[] PatternsOf(Told told) =>
        IsGene(told.Feature) ? OfGene(told) : OfOther(told.State, told.Feature);

    /// <summary>Groups with a name in words ("stromal proteins") carry their level in it.</summary>
    private static bool IsGene(Feature feature) =>
        feature.Type is FeatureType.Gene or FeatureType.MicroRna or FeatureType.LongNonCodingRna
        || (feature.Type == FeatureType.GeneGroup && !feature.Name.Contains(' ', StringComparison.Ordinal));

    private static string[] OfGene(Told told) =>
        told.Item.Level switch
        {
            Level.ProteinExpression => Amount(told.State, "protein expression", "protein"),
            Level.RnaExpression => Amount(told.State, "mRNA expression", "mRNA levels"),
            Level.NcRnaExpression => Amount(told.State, "expression", "levels"),
            Level.ProteinActivity or Level.PathwayActivity => Amount(told.State, "activity", "pathway activity"),
            Level.DnaVariant => Variant(told),
            Level.GermlineVariant => told.State is FeatureState.PathogenicVariant or FeatureState.Mutated
                ? ["germline {0} mutations", "pathogenic germline {0} variants", "an inherited {0} mutation"]
                : [],
            Level.CopyNumber => CopyNumber(told.State),
            Level.Methylation => told.State == FeatureState.Methylated
                ? ["{0} promoter methylation", "methylation of {0}"]
                : [],
            _ => [],
        };

    private static string[] Amount(FeatureState state, string noun, string other) =>
        state switch
        {
            FeatureState.High => [$"high {{0}} {noun}", $"elevated {{0}} {other}", $"strong {{0}} {noun}"],
            FeatureState.Low => [$"low {{0}} {noun}", $"reduced {{0}} {noun}", $"weak {{0}} {noun}"],
            FeatureState.Positive or FeatureState.Present => noun.StartsWith("protein", StringComparison.Ordinal)
                ? ["{0} protein positivity", "positive {0} protein expression", "{0} positivity on immunostaining"]
                : [$"detectable {{0}} {noun}"],
            FeatureState.Negative or FeatureState.Absent =>
            [
                $"absent {{0}} {noun}",
                $"lack of {{0}} {noun}",
                $"negative {{0}} {noun}",
            ],
            FeatureState.Increased => [$"an increase in {{0}} {noun}", $"a rise in {{0}} {noun}"],
            FeatureState.Decreased => [$"a decrease in {{0}} {noun}", $"a fall in {{0}} {noun}"],
            FeatureState.LossOfFunction => [$"loss of {{0}} {noun}", "{0} loss"],
            _ => [],
        };

    private static string[] Variant(Told told)
    {
        if (told.Item.Variant is { } variant)
            return ProteinChange().IsMatch(variant)
                ? [$"{{0}} {variant} mutations", $"the {{0}} {variant} mutation"]
                : [];
        return told.State switch
        {
            FeatureState.Mutated => ["{0} mutations", "mutated {0}", "mutation of {0}"],
            FeatureState.WildType => ["wild-type {0}", "unmutated {0}"],
            FeatureState.LossOfFunction => ["loss-of-function {0} mutations", "inactivating {0} mutations"],
            FeatureState.GainOfFunction => ["activating {0} mutations", "gain-of-function {0} mutations"],
            FeatureState.PathogenicVariant => ["pathogenic {0} variants", "{0} pathogenic mutations"],
            FeatureState.Present => ["{0} alterations"],
            FeatureState.Amplified => ["{0} amplification"],
            _ => [],
        };
    }

    private static string[] CopyNumber(FeatureState state) =>
        state switch
        {
            FeatureState.Amplified => ["{0} amplification", "amplification of {0}", "amplified {0}"],
            FeatureState.High or FeatureState.Increased => ["{0} copy-number gain", "a gain of {0} copies"],
            FeatureState.Deleted => ["{0} deletion", "deletion of {0}"],
            _ => [],
        };

    private static string[] OfOther(FeatureState state, Feature feature) =>
        state switch
        {
            FeatureState.High => ["high {0}", "elevated {0}"],
            FeatureState.Low => ["low {0}", "reduced {0}"],
            FeatureState.Increased => ["increased {0}", "an increase in {0}"],
            FeatureState.Decreased => ["decreased {0}", "a decrease in {0}"],
            FeatureState.Positive => ["positive {0}", "a positive {0}"],
            FeatureState.Present when feature.Type == FeatureType.Subtype => ["the {0}"],
            FeatureState.Present => ["{0}"],
            _ => [],
        };

    [GeneratedRegex(
        @"\b(?:mutations|variants|alterations|cells|lymphocytes|levels|genes|proteins|signatures|macrophages|receptors|factors|sets|transporters)$"
    )]
    private static partial Regex Plural();

    [GeneratedRegex(@"\Ap\.[A-Z][a-z]*\d+[A-Z][a-z]*\z")]
    private static partial Regex ProteinChange();
}
