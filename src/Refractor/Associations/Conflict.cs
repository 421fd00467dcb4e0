using System.Runtime.InteropServices;
using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>How the sources of an association stand to each other.</summary>
public enum ConflictState
{
    /// <summary>Two independent sources or more, all pointing to resistance.</summary>
    ConcordantResistance,

    /// <summary>Two independent sources or more, all pointing to sensitivity.</summary>
    ConcordantSensitivity,

    /// <summary>Only null results.</summary>
    NullOnly,

    /// <summary>The sources differ, and one recorded moderator splits them into strata that agree within.</summary>
    ContextDependent,

    /// <summary>The sources differ, and no recorded moderator explains it.</summary>
    Contested,

    /// <summary>One independent source.</summary>
    SingleSource,

    /// <summary>Nothing confirmed, or no source states a direction.</summary>
    Unconfirmed,
}

/// <summary>The verdict on a set of findings, with the rule that led to it.</summary>
/// <param name="State">State of conflict.</param>
/// <param name="Direction">Direction on the gain side where there is one: for concordant, single and null evidence.</param>
/// <param name="Sources">Number of independent sources that count.</param>
/// <param name="Moderator">Name of the moderator for context-dependent evidence; else null.</param>
/// <param name="Rule">The rule that fired, in words.</param>
public sealed record ConflictVerdict(
    ConflictState State,
    Direction Direction,
    int Sources,
    string? Moderator,
    string Rule
);

/// <summary>
/// Derives the state of conflict of findings on one feature, aspect and role under one therapy. Directions are never averaged and
/// sources never vote; docs/grading.md gives the rules and their reasons.
/// </summary>
public static class Conflict
{
    /// <summary>Tier of findings in patients.</summary>
    internal const byte PatientTier = 0;

    private const byte NoTier = byte.MaxValue;

    private static readonly string[] StateNames =
    [
        "concordant_resistance",
        "concordant_sensitivity",
        "null_only",
        "context_dependent",
        "contested",
        "single_source",
        "unconfirmed",
    ];

    /// <summary>The name of a state as files and JSON write it.</summary>
    public static string NameOf(ConflictState state) => StateNames[(int)state];

    /// <summary>Derives the verdict.</summary>
    /// <param name="items">Findings of one feature, aspect and role, in any order.</param>
    public static ConflictVerdict Of(IReadOnlyList<EvidenceItem> items)
    {
        var table = new FindingTable(items);
        return Of(table, IndependentSources.ByPaper(table, table.Rows()));
    }

    /// <summary>Derives the verdict on some rows of a table.</summary>
    /// <param name="table">The findings.</param>
    /// <param name="rows">Rows of one feature, aspect and role, with those of one paper side by side.</param>
    internal static ConflictVerdict Of(FindingTable table, ReadOnlySpan<int> rows)
    {
        var tier = StrongestTier(table, rows);
        if (tier.Length == 0)
            return new ConflictVerdict(
                ConflictState.Unconfirmed,
                Direction.Unstated,
                0,
                null,
                "no confirmed source states a direction or a null result"
            );
        if (!table[tier[0]].IsConfirmed)
            return Unconfirmed(table, tier);
        return Judge(IndependentSources.Of(table, tier), table, tier);
    }

    /// <summary>
    /// The items that decide: findings in patients, else findings in models or data sets, else statements of reviews, else what was
    /// seen only through another text. Weaker tiers illustrate, they do not overrule.
    /// </summary>
    private static int[] StrongestTier(FindingTable table, ReadOnlySpan<int> rows)
    {
        var best = NoTier;
        var count = 0;
        foreach (var row in rows)
        {
            var tier = table[row].Tier;
            count = tier < best ? 1 : count + (tier == best ? 1 : 0);
            best = Math.Min(best, tier);
        }
        if (best == NoTier)
            return [];
        var strongest = new int[count];
        var at = 0;
        foreach (var row in rows)
        {
            if (table[row].Tier == best)
                strongest[at++] = row;
        }
        return WithoutBenefitWhatever(table, strongest);
    }

    /// <summary>
    /// Leaves out benefit against control in the patients without the marker, in a paper that shows benefit in those with it too: the
    /// therapy works in both, which is no evidence against the marker.
    /// </summary>
    private static int[] WithoutBenefitWhatever(FindingTable table, int[] tier)
    {
        var kept = 0;
        for (int start = 0, end; start < tier.Length; start = end)
        {
            var inMarked = false;
            for (end = start; end < tier.Length && table[tier[end]].Paper == table[tier[start]].Paper; end++)
                inMarked |= table[tier[end]] is { Effect: Effect.Sensitivity, IsLoss: false };
            for (var i = start; i < end; i++)
            {
                if (!inMarked || !IsBenefitInUnmarked(in table[tier[i]]))
                    tier[kept++] = tier[i];
            }
        }
        return kept == tier.Length ? tier : tier[..kept];
    }

    private static bool IsBenefitInUnmarked(in Finding finding) =>
        finding
            is {
                Effect: Effect.Sensitivity,
                IsLoss: true,
                PredictiveDesign: PredictiveDesign.InteractionTested or PredictiveDesign.RandomisedBothArms
            };

    /// <summary>The tier of an item in <see cref="StrongestTier"/>, 0 for the strongest; <see cref="NoTier"/> when it decides nothing.</summary>
    internal static byte TierOf(EvidenceItem item) =>
        item switch
        {
            { Effect: Effect.Mixed } or { Paper.Retracted: true } => NoTier,
            { IsConfirmed: false } => 3,
            { Design: Design.Review } => 2,
            { IsClinical: true, Design: not Design.InSilico } => PatientTier,
            _ => 1,
        };

    private static ConflictVerdict Unconfirmed(FindingTable table, int[] tier)
    {
        var directions = tier.Select(row => table[row].Direction).Distinct().ToList();
        var direction = directions.Count == 1 ? directions[0] : Direction.Unstated;
        return new ConflictVerdict(ConflictState.Unconfirmed, direction, 0, null, "seen only through another text");
    }

    private static ConflictVerdict Judge(List<IndependentSource> sources, FindingTable table, int[] tier)
    {
        var (resistance, sensitivity, strongest) = Directions(sources);
        if (resistance == 0 && sensitivity == 0)
        {
            var state = ConflictState.NullOnly;
            return new ConflictVerdict(
                state,
                Direction.None,
                sources.Count,
                null,
                $"{Count(sources.Count)} with null results only"
            );
        }
        if (resistance > 0 && sensitivity > 0)
            return Split(
                sources,
                table,
                tier,
                $"{Count(resistance)} for resistance and {Count(sensitivity)} for sensitivity"
            );
        var direction = resistance > 0 ? Direction.Resistance : Direction.Sensitivity;
        var weightyNulls = sources.Count(s => s.IsNullOnly && s.Grade >= strongest - 1);
        if (weightyNulls > 0)
            return Split(sources, table, tier, $"null results of comparable weight in {Count(weightyNulls)}");
        var agreeing = Math.Max(resistance, sensitivity);
        var weakNulls = sources.Count - agreeing;
        var rest = weakNulls > 0 ? $"; null results of weaker design in {Count(weakNulls)} do not outweigh them" : "";
        if (agreeing == 1)
            return new ConflictVerdict(ConflictState.SingleSource, direction, 1, null, "one independent source" + rest);
        var concordant =
            direction == Direction.Resistance
                ? ConflictState.ConcordantResistance
                : ConflictState.ConcordantSensitivity;
        return new ConflictVerdict(concordant, direction, agreeing, null, $"{Count(agreeing)} agree" + rest);
    }

    /// <summary>The number of sources for each direction, and the best grade among them.</summary>
    private static (int Resistance, int Sensitivity, EvidenceGrade Strongest) Directions(
        List<IndependentSource> sources
    )
    {
        var (resistance, sensitivity, strongest) = (0, 0, default(EvidenceGrade));
        foreach (var source in CollectionsMarshal.AsSpan(sources))
        {
            var resists = source.Shows(Direction.Resistance);
            var responds = source.Shows(Direction.Sensitivity);
            resistance += resists ? 1 : 0;
            sensitivity += responds ? 1 : 0;
            if ((resists || responds) && source.Grade > strongest)
                strongest = source.Grade;
        }
        return (resistance, sensitivity, strongest);
    }

    private static ConflictVerdict Split(List<IndependentSource> sources, FindingTable table, int[] tier, string why)
    {
        var moderator = Moderators.Find(new ItemRows(table.Items, tier));
        return moderator is null
            ? new ConflictVerdict(
                ConflictState.Contested,
                Direction.Unstated,
                sources.Count,
                null,
                why + "; no recorded moderator separates them"
            )
            : new ConflictVerdict(
                ConflictState.ContextDependent,
                Direction.Unstated,
                sources.Count,
                moderator,
                $"{why}; separated by {moderator}"
            );
    }

    private static string Count(int sources) => sources == 1 ? "1 source" : $"{sources} independent sources";
}
