using Refractor.Cohorts.Tables;
using Refractor.Knowledge;
using Refractor.Knowledge.Source;

namespace Refractor.Cohorts.Mapping;

/// <summary>Reads a mapping file. Every field is checked; a field that is not known is a problem, not ignored.</summary>
public static class MappingReader
{
    private static readonly TermTable<MeasuredScale> Scales = new("log", "z", "log_ratio", "linear", "counts");
    private static readonly TermTable<DuplicateRule> Duplicates = new(
        "highest_mean",
        "highest_variance",
        "median",
        "mean",
        "sum"
    );
    private static readonly string[] Orientations = ["features", "samples"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">It has problems; all are listed.</exception>
    public static CohortMapping Read(string path)
    {
        using var file = new StreamReader(TableFile.Open(path));
        return Parse(file.ReadToEnd(), path);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">Name of the file in messages.</param>
    /// <exception cref="DataFileException">It has problems; all are listed.</exception>
    public static CohortMapping Parse(string text, string name)
    {
        var problems = new ProblemList(name);
        var mapping = YamlMap.Root(text, problems) is { } root ? Of(root) : new CohortMapping();
        CheckLayers(mapping, problems);
        return problems.All.Count == 0 ? mapping : throw new DataFileException(problems.All);
    }

    /// <summary>Names of layers are names of files of the stored cohort.</summary>
    private static void CheckLayers(CohortMapping mapping, ProblemList problems)
    {
        foreach (var layer in mapping.Layers)
            if (!layer.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
                problems.Error(
                    "name",
                    (int?)null,
                    $"the layer '{layer.Name}'",
                    "letters, digits, hyphen and underscore"
                );
        foreach (
            var name in mapping.Layers.CountBy(l => l.Name, StringComparer.OrdinalIgnoreCase).Where(n => n.Value > 1)
        )
            problems.Error("name", (int?)null, $"{name.Value} layers '{name.Key}'", "a name of its own for each layer");
    }

    private static CohortMapping Of(YamlMap root)
    {
        var mapping = new CohortMapping
        {
            Title = root.Text("title"),
            Setting = root.Optional("setting", Terms.Settings),
            Clinical = [.. root.Maps("clinical", required: false).Select(Clinical)],
            Symbols = root.Text("symbols"),
            Renamed = Renamed(root),
            Records = Rules(root, "records", RuleReader.Records),
            Layers = [.. root.Maps("layers", required: false).Select(Layer)],
            Mutations = root.Map("mutations", required: false) is { } mutations ? Mutations(mutations) : null,
            Treatments = Rules(root, "treatments", RuleReader.Treatment),
            Outcomes = Rules(root, "outcomes", RuleReader.Outcome),
            Variables = Rules(root, "variables", RuleReader.Variable),
        };
        root.RejectOthers();
        return mapping;
    }

    private static Dictionary<string, T> Rules<T>(YamlMap root, string key, Func<YamlMap, T> read)
    {
        var rules = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        if (root.Map(key, required: false) is not { } map)
            return rules;
        foreach (var name in map.Keys)
            if (map.Map(name, required: true) is { } rule)
            {
                rules[name] = read(rule);
                rule.RejectOthers();
            }
        return rules;
    }

    private static Dictionary<string, string> Renamed(YamlMap root)
    {
        var renamed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (root.Map("renamed", required: false) is { } map)
            foreach (var name in map.Keys)
                renamed[name] = map.RequiredText(name);
        return renamed;
    }

    private static ClinicalFile Clinical(YamlMap map)
    {
        var file = new ClinicalFile(map.RequiredText("file"))
        {
            Patient = map.Text("patient"),
            Sample = map.Text("sample"),
            Numbered = map.Flag("numbered"),
            LinesBelowHeader = map.Integer("lines_below_header", 0, 10) ?? 0,
            Time = map.Text("time"),
            Times = Times(map),
            Encoding = map.Text("encoding") ?? "utf-8",
        };
        map.RejectOthers();
        return file;
    }

    private static Dictionary<TimePoint, IReadOnlyList<string>> Times(YamlMap map)
    {
        var times = new Dictionary<TimePoint, IReadOnlyList<string>>();
        if (map.Map("times", required: false) is not { } words)
            return times;
        foreach (var time in Enum.GetValues<TimePoint>())
            if (words.TextOrTexts(TimePoints.Names.NameOf(time)) is { Count: > 0 } named)
                times[time] = named;
        words.RejectOthers();
        return times;
    }

    private static LayerFile Layer(YamlMap map)
    {
        var file = new LayerFile(map.RequiredText("file"))
        {
            Name = map.Text("name") ?? "expression",
            Level = map.Optional("level", Terms.Levels) ?? Level.RnaExpression,
            RowsAreSamples = map.Has("rows") ? map.RequiredOneOf("rows", Orientations) == "samples" : null,
            Scale = map.Optional("scale", Scales),
            Names = map.Text("names"),
            Probes = map.Map("probes", required: false) is { } probes ? Probes(probes) : null,
            Duplicates = map.Optional("duplicates", Duplicates),
            TextColumns = map.Integer("text_columns", 1, 20),
            Columns = map.Texts("columns"),
            From = map.Text("from"),
        };
        map.RejectOthers();
        return file;
    }

    private static ProbeFile Probes(YamlMap map)
    {
        var file = new ProbeFile(map.RequiredText("file"));
        file = file with { Probe = map.Text("probe") ?? file.Probe, Gene = map.Text("gene") ?? file.Gene };
        map.RejectOthers();
        return file;
    }

    private static MutationFile Mutations(YamlMap map)
    {
        var file = new MutationFile(map.RequiredText("file"));
        file = file with
        {
            Sample = map.Text("sample") ?? file.Sample,
            Gene = map.Text("gene") ?? file.Gene,
            Class = map.Text("class") ?? file.Class,
            Protein = map.Text("protein") ?? file.Protein,
            AlternateReads = map.Text("alternate_reads") ?? file.AlternateReads,
            ReferenceReads = map.Text("reference_reads") ?? file.ReferenceReads,
            Encoding = map.Text("encoding") ?? file.Encoding,
            ProfiledFile = map.Text("profiled_file"),
            ProfiledColumn = map.Text("profiled_column"),
            Panel = map.Texts("panel"),
            PanelMatrix = map.Text("panel_matrix"),
            PanelColumn = map.Text("panel_column") ?? file.PanelColumn,
            GenePanel = map.Text("gene_panel"),
            Panels = Rules(map, "panels", Panel),
        };
        map.RejectOthers();
        return file;
    }

    private static PanelRule Panel(YamlMap map) =>
        new()
        {
            File = map.Text("file"),
            Genes = map.Texts("genes"),
            WholeExome = map.Flag("whole_exome"),
        };
}
