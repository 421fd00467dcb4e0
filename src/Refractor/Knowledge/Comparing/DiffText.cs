using System.Globalization;
using System.Text;

namespace Refractor.Knowledge.Comparing;

/// <summary>Writes the differences of two versions in lines: "+" added, "-" removed, "~" changed.</summary>
internal static class DiffText
{
    public static string Of(PackDiff diff)
    {
        var text = new StringBuilder();
        Line(text, $"Knowledge {diff.OldVersion} -> {diff.NewVersion}");
        if (diff.IsEmpty)
        {
            Line(text, $"No difference.");
            return text.ToString();
        }
        Summary(text, "papers", diff.Papers);
        Summary(text, "items", diff.Items);
        Line(text, $"names of the vocabulary: {diff.AddedNames.Count} added, {diff.RemovedNames.Count} removed");
        Entries(text, "paper", diff.Papers, p => p.Title is { } title ? $"{p.Key}: {title}" : p.Key);
        Entries(text, "item", diff.Items, Describe);
        Names(text, '+', diff.AddedNames);
        Names(text, '-', diff.RemovedNames);
        return text.ToString();
    }

    private static void Summary<T>(StringBuilder text, string what, EntryDiff<T> diff) =>
        Line(text, $"{what}: {diff.Added.Count} added, {diff.Removed.Count} removed, {diff.Changed.Count} changed");

    private static void Entries<T>(StringBuilder text, string what, EntryDiff<T> diff, Func<T, string> describe)
    {
        foreach (var entry in diff.Added)
            Line(text, $"+ {what} {describe(entry)}");
        foreach (var entry in diff.Removed)
            Line(text, $"- {what} {describe(entry)}");
        foreach (var (name, fields) in diff.Changed)
        {
            Line(text, $"~ {what} {name}");
            foreach (var (field, before, now) in fields)
                Line(text, $"    {field}: {before ?? "(none)"} -> {now ?? "(none)"}");
        }
    }

    private static string Describe(EvidenceItem item)
    {
        var therapy = item.Therapies.Count == 0 ? item.Modality : string.Join('+', item.Therapies.Select(t => t.Name));
        var (state, effect) = (Terms.States.NameOf(item.State), Terms.Effects.NameOf(item.Effect));
        return $"{item.Id}: {item.Feature.Name} {state}, {therapy}, {effect}";
    }

    private static void Names(StringBuilder text, char sign, IReadOnlyList<VocabularyName> names)
    {
        foreach (var (kind, entry, name) in names)
            Line(text, $"{sign} {kind} {entry}{(name == entry ? "" : ": " + name)}");
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(FieldText.OneLine(line.ToString(CultureInfo.InvariantCulture))).Append('\n');
}
