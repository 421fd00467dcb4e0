using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Overviews;

/// <summary>Restricts findings to a population, a setting and a level; what is null restricts nothing.</summary>
public sealed record EvidenceFilter
{
    /// <summary>A filter that lets everything through.</summary>
    public static EvidenceFilter None { get; } = new();

    /// <summary>Subtype of the population, with the subtypes below it. Unselected and unrecorded populations do not fit.</summary>
    public Subtype? Subtype { get; init; }

    /// <summary>Setting.</summary>
    public Setting? Setting { get; init; }

    /// <summary>Level at which the feature was measured.</summary>
    public Level? Level { get; init; }

    /// <summary>Whether nothing is restricted.</summary>
    public bool IsEmpty => Subtype is null && Setting is null && Level is null;

    /// <summary>Whether a finding fits.</summary>
    /// <param name="item">The finding.</param>
    /// <param name="lexicon">Vocabulary that holds the subtypes.</param>
    public bool Fits(EvidenceItem item, Lexicon lexicon) =>
        (Subtype is null || (item.Subtype is { } of && lexicon.IsWithin(of, Subtype)))
        && (Setting is null || item.Setting == Setting)
        && (Level is null || item.Level == Level);

    /// <summary>The restrictions in words, such as "triple-negative, neoadjuvant"; empty when there are none.</summary>
    public string Describe()
    {
        var setting = Setting is { } s ? Terms.Settings.NameOf(s).Replace('_', ' ') : null;
        var level = Level is { } l ? Terms.Levels.NameOf(l).Replace('_', ' ') : null;
        return string.Join(", ", new[] { Subtype?.Label, setting, level }.OfType<string>());
    }
}
