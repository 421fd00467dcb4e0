using Refractor.Knowledge;

namespace Refractor.Audit.Reporting;

/// <summary>What was understood of a statement, on one line.</summary>
public static class UnderstoodText
{
    /// <summary>"ABCB1, high, RNA expression; docetaxel; resistance; metastatic; 17%, p=0.005"; empty when nothing was understood.</summary>
    public static string Of(UnderstoodStatement understood)
    {
        string?[] parts =
        [
            Join([.. understood.Features.Select(f => f.Name), StateOf(understood), LevelOf(understood)]),
            Join(understood.Therapies.Select(t => t.Label)),
            understood.Effect is { } effect ? Words(Terms.Effects.NameOf(effect)) : null,
            understood.Subtype?.Label,
            SettingOf(understood),
            Join(understood.Numbers),
        ];
        return string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string? StateOf(UnderstoodStatement understood) =>
        understood.State is { } state ? Words(Terms.States.NameOf(state)) : null;

    private static string? LevelOf(UnderstoodStatement understood) =>
        understood.Level is { } level ? LevelName(level) : null;

    private static string? SettingOf(UnderstoodStatement understood) =>
        understood.Setting switch
        {
            null => null,
            Setting.Any => "any setting",
            { } setting => Words(Terms.Settings.NameOf(setting)),
        };

    private static string LevelName(Level level) =>
        level switch
        {
            Level.DnaVariant => "DNA variant",
            Level.RnaExpression => "RNA expression",
            Level.NcRnaExpression => "ncRNA expression",
            _ => Words(Terms.Levels.NameOf(level)),
        };

    private static string Words(string name) => name.Replace('_', ' ');

    private static string Join(IEnumerable<string?> values) =>
        string.Join(", ", values.Where(v => !string.IsNullOrEmpty(v)));
}
