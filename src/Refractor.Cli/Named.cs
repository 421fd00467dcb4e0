using System.CommandLine;
using System.CommandLine.Completions;
using Refractor.Overviews;
using Refractor.Vocabulary;

namespace Refractor.Cli;

/// <summary>Arguments and options that name things of the field, with completion and messages that name the nearest.</summary>
internal static class Named
{
    public static Argument<string> Feature(Session session)
    {
        var argument = new Argument<string>("feature")
        {
            Description = "Gene, RNA, signature or other feature; any alias, such as MDR1 or p53.",
            HelpName = "feature",
        };
        argument.CompletionSources.Add(context => Matching(context, session.Pack.Items.Select(i => i.Feature.Name)));
        return argument;
    }

    public static IEnumerable<CompletionItem> Therapies(CompletionContext context, Session session) =>
        Matching(context, session.Pack.Lexicon.Therapies.Select(t => t.Label));

    public static Option<string?> Subtype(Session session) =>
        Option(
            "--subtype",
            "Subtype, such as TNBC, ER+ or HER2-positive.",
            c => Matching(c, session.Pack.Lexicon.Subtypes.Select(s => s.Name))
        );

    public static Option<string?> Setting(Session session) =>
        Option(
            "--setting",
            "Setting: neoadjuvant, adjuvant, metastatic, in_vitro or in_vivo.",
            c => Matching(c, session.Pack.Lexicon.Entries.Settings.Select(s => s.Name))
        );

    public static Option<string?> Level(Session session) =>
        Option(
            "--level",
            "Level, such as rna_expression, protein_expression or dna_variant.",
            c => Matching(c, session.Pack.Lexicon.Entries.Levels.Select(l => l.Name))
        );

    /// <summary>How many entries to print; at least one.</summary>
    public static Option<int> Top(int usual)
    {
        var option = new Option<int>("--top")
        {
            Description = "How many to print.",
            HelpName = "n",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && int.TryParse(r.Tokens[0].Value, out var top) && top <= 0)
                r.AddError("--top must be at least 1.");
        });
        return option;
    }

    public static Option<string?> Option(
        string name,
        string description,
        Func<CompletionContext, IEnumerable<CompletionItem>> complete
    )
    {
        var option = new Option<string?>(name) { Description = description, HelpName = name[2..] };
        option.CompletionSources.Add(complete);
        return option;
    }

    /// <summary>The therapy of that name, or a message with the nearest names.</summary>
    public static Therapy TherapyOf(string name, NameFinder names)
    {
        if (names.Therapy(name) is { } therapy)
            return therapy;
        if (names.Regimen(name) is { } regimen)
            throw new WrongUsageException(
                $"'{Plain.Echo(name)}' is a regimen of {string.Join(", ", regimen.Agents)}; name one of them."
            );
        throw new WrongUsageException(Unknown("therapy", name, names.NearestTherapies(name)));
    }

    /// <summary>The feature of that name, or a message with the nearest names.</summary>
    public static Feature FeatureOf(string name, Session session)
    {
        var names = session.Names;
        if (names.Feature(name) is { } feature)
            return feature;
        if (names.Group(name) is { } group)
            throw new WrongUsageException(
                $"'{Plain.Echo(name)}' is a group; name one of its features: {string.Join(", ", session.Pack.Lexicon.MembersOf(group).Where(f => session.Pack.Index.Of(f).Count > 0).Select(f => f.Name))}."
            );
        throw new WrongUsageException(Unknown("feature", name, names.NearestFeatures(name)));
    }

    /// <summary>The restriction that the options name.</summary>
    public static EvidenceFilter Filter(
        NameFinder names,
        string? subtype,
        string? setting = null,
        string? level = null
    ) =>
        new()
        {
            Subtype = subtype is null
                ? null
                : names.Subtype(subtype)
                    ?? throw new WrongUsageException(
                        Unknown("subtype", subtype, ["TNBC", "HR+/HER2-", "HER2+", "luminal"])
                    ),
            Setting = setting is null
                ? null
                : names.Setting(setting)
                    ?? throw new WrongUsageException(
                        Unknown("setting", setting, ["neoadjuvant", "adjuvant", "metastatic", "in_vitro", "in_vivo"])
                    ),
            Level = level is null
                ? null
                : names.Level(level)
                    ?? throw new WrongUsageException(
                        Unknown("level", level, ["rna_expression", "protein_expression", "dna_variant", "copy_number"])
                    ),
        };

    private static string Unknown(string kind, string name, IReadOnlyList<string> nearest)
    {
        if (string.IsNullOrWhiteSpace(name))
            return $"The name of a {kind} is needed.";
        var hint = nearest.Count > 0 ? $" Known names nearest to it: {string.Join(", ", nearest)}." : "";
        return $"'{Plain.Echo(name)}' is not a known {kind}.{hint}";
    }

    private static IEnumerable<CompletionItem> Matching(CompletionContext context, IEnumerable<string> names)
    {
        var typed = context.WordToComplete;
        return names
            .Distinct(StringComparer.Ordinal)
            .Where(n => n.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(n => new CompletionItem(n));
    }
}
