using Refractor.Vocabulary;

namespace Refractor.Knowledge;

/// <summary>A name that the vocabulary knows.</summary>
/// <param name="Kind">What it names: feature, group, therapy, regimen, subtype, setting, endpoint, level, feature type
/// or other disease.</param>
/// <param name="Entry">Canonical name of the entry to which it leads.</param>
/// <param name="Name">The name: the canonical one, the label, an alias, or a word for resistance or
/// sensitivity.</param>
public sealed record VocabularyName(string Kind, string Entry, string Name)
{
    /// <summary>All names of a vocabulary, each once.</summary>
    internal static IReadOnlyList<VocabularyName> All(LexiconEntries entries) =>
        [
            .. entries.Features.SelectMany(f => Of("feature", f.Name, f.CommonName, f.Aliases)),
            .. entries.Groups.SelectMany(g => Of("group", g.Name, null, g.Aliases)),
            .. entries.Therapies.SelectMany(t =>
                Of("therapy", t.Name, t.Label, [.. t.Aliases, .. t.ResistanceWords, .. t.SensitivityWords])
            ),
            .. entries.Regimens.SelectMany(r => Of("regimen", r.Name, null, r.Aliases)),
            .. entries.Subtypes.SelectMany(s => Of("subtype", s.Name, s.Label, s.Aliases)),
            .. OfTerms("setting", entries.Settings),
            .. OfTerms("endpoint", entries.Endpoints),
            .. OfTerms("level", entries.Levels),
            .. OfTerms("feature type", entries.FeatureTypes),
            .. entries.OtherDiseases.SelectMany(d => Of("other disease", d.Name, null, d.Aliases)),
        ];

    private static IEnumerable<VocabularyName> OfTerms(string kind, IReadOnlyList<ControlledTerm> terms) =>
        terms.SelectMany(t => Of(kind, t.Name, t.Label, t.Aliases));

    private static IEnumerable<VocabularyName> Of(
        string kind,
        string entry,
        string? label,
        IReadOnlyList<string> aliases
    )
    {
        IEnumerable<string> names = label is null ? [entry, .. aliases] : [entry, label, .. aliases];
        return names.Distinct(StringComparer.Ordinal).Select(n => new VocabularyName(kind, entry, n));
    }
}
