using System.Globalization;
using System.Text.RegularExpressions;
using Refractor.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace Refractor.Knowledge.Source;

/// <summary>Reads one evidence file, <c>paper</c> with its <c>evidence</c>, against the schema and the vocabulary.</summary>
internal sealed partial class EvidenceFileReader(Lexicon lexicon)
{
    /// <summary>An item with the place where it stands, for rules over several files.</summary>
    public sealed record ReadItem(EvidenceItem Item, int Line);

    /// <summary>What a file holds; items with a problem are in it too, the caller looks at the problems first.</summary>
    public sealed record ReadFile(Paper Paper, int PaperLine, IReadOnlyList<ReadItem> Items);

    public ReadFile? Read(string key, string text, ProblemList problems)
    {
        var root = YamlMap.Root(text, problems);
        if (root is null)
            return null;
        var paperMap = root.Map("paper", required: true);
        var itemMaps = root.Maps("evidence", required: true);
        root.RejectOthers();
        if (paperMap is null)
            return null;
        var paper = ReadPaper(key, paperMap, problems);
        var items = itemMaps.Select(m => new ReadItem(ReadItemOf(paper, m, problems), LineOf(m.Node))).ToList();
        if (items.Count == 0 && root.Has("evidence"))
            problems.Error("evidence", root.NodeOf("evidence"), "no item", "at least one evidence item");
        return new ReadFile(paper, LineOf(paperMap.Node), items);
    }

    private static int LineOf(YamlNode node) => checked((int)node.Start.Line);

    private static Paper ReadPaper(string key, YamlMap map, ProblemList problems)
    {
        var paper = new Paper
        {
            Key = key,
            Doi = map.Text("doi"),
            Pmid = map.Text("pmid"),
            Pmcid = map.Text("pmcid"),
            Title = map.Text("title"),
            FirstAuthor = map.Text("first_author"),
            Journal = map.Text("journal"),
            Volume = map.Text("volume"),
            Pages = map.Text("pages"),
            Year = map.Integer("year", 1950, 2100),
            Kind = map.Required("kind", Terms.PaperKinds),
            TrialIds = map.Texts("trial_ids"),
            Retracted = map.Flag("retracted"),
        };
        map.RejectOthers();
        Match(
            problems,
            map,
            "doi",
            paper.Doi,
            DoiPattern(),
            "a DOI in lower case such as 10.1158/1078-0432.ccr-17-2551"
        );
        Match(problems, map, "pmid", paper.Pmid, DigitsPattern(), "digits, quoted");
        Match(problems, map, "pmcid", paper.Pmcid, PmcPattern(), "PMC and digits");
        if (
            paper.Doi is null
            && paper.Pmid is null
            && paper.Pmcid is null
            && (paper.Journal is null || paper.Volume is null || paper.Pages is null)
        )
            problems.Error(
                "identifier",
                map.Node,
                "no identifier",
                "doi, else pmid, else pmcid, else journal with volume and pages"
            );
        return paper;
    }

    private static void Match(
        ProblemList problems,
        YamlMap map,
        string key,
        string? value,
        Regex pattern,
        string expected
    )
    {
        if (value is not null && !pattern.IsMatch(value))
            problems.Error(key, map.NodeOf(key), YamlMap.Quote(value), expected);
    }

    private EvidenceItem ReadItemOf(Paper paper, YamlMap map, ProblemList problems)
    {
        var feature = map.Map("feature", required: true);
        var study = map.Map("study", required: true);
        var result = map.Map("result", required: true);
        var name = feature?.RequiredText("name") ?? "";
        var type = feature?.Required("type", Terms.FeatureTypes) ?? default;
        var item = new EvidenceItem
        {
            Id = map.RequiredText("id"),
            Paper = paper,
            FeatureName = name,
            Feature = Resolve(feature, name, type, problems),
            Members = feature?.Texts("members") ?? [],
            Level = map.Required("level", Terms.Levels),
            State = map.Required("state", Terms.States),
            Variant = map.Text("variant"),
            Cutoff = map.Text("cutoff"),
            Relation = map.Required("relation", Terms.Relations),
            Effect = map.Required("effect", Terms.Effects),
            Therapies = Therapies(map, "therapy", problems),
            ResistantTo = Therapies(map, "resistant_to", problems),
            Modality = map.RequiredOneOf("modality", Terms.Modalities),
            Setting = map.Required("setting", Terms.Settings),
            Population = map.Text("population"),
            Subtype = SubtypeOf(map, problems),
            Timing = map.Optional("timing", Terms.Timings) ?? Timing.Unknown,
            Design = study?.Required("design", Terms.Designs) ?? default,
            N = study?.Integer("n", 1, 100_000_000),
            Events = study?.Integer("n_events", 0, 100_000_000),
            PredictiveDesign = study?.Required("predictive_design", Terms.PredictiveDesigns) ?? default,
            Validation = study?.Optional("validation", Terms.Validations) ?? Validation.None,
            Endpoint = map.RequiredOneOf("endpoint", Terms.Endpoints),
            Result = result is null ? new EvidenceResult { Metric = Metric.None } : ResultReader.Read(result, problems),
            Checked = map.Required("checked", Terms.CheckedStates),
            Note = map.Text("note"),
        };
        feature?.RejectOthers();
        study?.RejectOthers();
        result?.RejectOthers();
        map.RejectOthers();
        CheckItem(item, map, problems);
        return item;
    }

    private static void CheckItem(EvidenceItem item, YamlMap map, ProblemList problems)
    {
        if (item.Id.Length > 0 && !IdPattern().IsMatch(item.Id))
            problems.Error(
                "id",
                map.NodeOf("id"),
                YamlMap.Quote(item.Id),
                "<firstauthor><year>-<n> in lower-case ASCII"
            );
        if (item.Relation == Relation.CrossResistance && item.ResistantTo.Count == 0)
            problems.Error(
                "resistant_to",
                map.Node,
                "cross_resistance without resistant_to",
                "the therapy to which the models or patients were resistant"
            );
        if (item.Relation != Relation.CrossResistance && item.ResistantTo.Count > 0)
            problems.Error(
                "resistant_to",
                map.NodeOf("resistant_to"),
                "resistant_to",
                "relation: cross_resistance, or no such field"
            );
        var isTherapyLeftOut = map.NodeOf("therapy") is null or YamlSequenceNode { Children.Count: 0 };
        if (isTherapyLeftOut && item.Modality != "untreated" && item.Relation != Relation.Prognostic)
            problems.Error("therapy", map.Node, "no therapy", "at least one therapy, or modality: untreated");
        if (item.N is { } n && item.Events > n)
            problems.Error("n_events", map.NodeOf("study"), $"{item.Events} events in {n} patients", "at most n");
    }

    private Feature Resolve(YamlMap? map, string name, FeatureType type, ProblemList problems)
    {
        var feature = name.Length > 0 ? lexicon.FindFeature(name) : null;
        if (feature is null && name.Length > 0)
            problems.Error(
                "feature",
                map!.NodeOf("name"),
                YamlMap.Quote(name),
                "a name of knowledge/vocabulary; add it there as feature or alias"
            );
        if (
            feature is not null
            && feature.Type != type
            && (feature.Type == FeatureType.Gene || type == FeatureType.Gene)
        )
            problems.Error(
                "feature.type",
                map!.NodeOf("type"),
                YamlMap.Quote(Terms.FeatureTypes.NameOf(type)),
                $"'{Terms.FeatureTypes.NameOf(feature.Type)}' as in the vocabulary"
            );
        return feature ?? new Feature { Name = name, Type = type };
    }

    private List<Therapy> Therapies(YamlMap map, string key, ProblemList problems)
    {
        var found = new List<Therapy>();
        foreach (var name in map.Texts(key))
        {
            if (lexicon.FindTherapy(name) is { } therapy)
                found.Add(therapy);
            else
                problems.Error(
                    key,
                    map.NodeOf(key),
                    YamlMap.Quote(name),
                    "a name of knowledge/vocabulary/therapies.yaml; add it there"
                );
        }
        return found;
    }

    private Subtype? SubtypeOf(YamlMap map, ProblemList problems)
    {
        var name = map.Text("subtype");
        if (name is null)
            return null;
        var subtype = lexicon.FindSubtype(name);
        if (subtype is null)
            problems.Error(
                "subtype",
                map.NodeOf("subtype"),
                YamlMap.Quote(name),
                "one of " + string.Join(", ", lexicon.Subtypes.Select(s => s.Name))
            );
        return subtype;
    }

    [GeneratedRegex(@"^10\.\d{4,9}/[^\sA-Z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DoiPattern();

    [GeneratedRegex(@"^\d{1,9}$")]
    private static partial Regex DigitsPattern();

    [GeneratedRegex(@"^PMC\d{1,9}$")]
    private static partial Regex PmcPattern();

    [GeneratedRegex(@"^[a-z0-9]+-\d{1,3}$")]
    private static partial Regex IdPattern();
}

/// <summary>Reads the figures of an item.</summary>
internal static partial class ResultReader
{
    public static EvidenceResult Read(YamlMap map, ProblemList problems)
    {
        var metric = map.Required("metric", Terms.Metrics);
        var estimate = map.Number("estimate");
        var result = new EvidenceResult
        {
            Metric = metric,
            Estimate = estimate,
            Interval = IntervalOf(map, estimate, problems),
            P = PValueOf(map, "p", problems),
            Q = PValueOf(map, "q", problems),
            Groups = [.. map.Maps("groups", required: false).Select(g => Group(g, problems))],
            Reference = map.Text("reference"),
            AdjustedFor = map.Texts("adjusted_for"),
            Printed = map.Text("printed"),
            Missing = map.Optional("missing", Terms.MissingReasons) ?? MissingReason.None,
        };
        if (metric is Metric.OddsRatio or Metric.HazardRatio or Metric.RelativeRisk && estimate <= 0)
            problems.Error("estimate", map.NodeOf("estimate"), "a ratio of zero or less", "a ratio above 0");
        if (
            metric is Metric.Auc or Metric.ConcordanceIndex
            && estimate is < 0 or > 1
            && metric is Metric.Auc or Metric.ConcordanceIndex
        )
            problems.Error("estimate", map.NodeOf("estimate"), "a value outside 0 to 1", "a value from 0 to 1");
        if (metric == Metric.None && result.Missing == MissingReason.None && result.Printed is null)
            problems.Error("missing", map.Node, "neither figures nor a reason", "missing: not_reported or not_seen");
        return result;
    }

    private static Interval? IntervalOf(YamlMap map, double? estimate, ProblemList problems)
    {
        var ci = map.Numbers("ci");
        var level = map.Number("ci_level") ?? 95;
        if (ci is null)
            return null;
        var node = map.NodeOf("ci");
        if (ci.Count != 2 || ci[0] > ci[1])
        {
            problems.Error("ci", node, $"{ci.Count} values or a lower bound above the upper", "[lower, upper]");
            return null;
        }
        if (estimate < ci[0] || estimate > ci[1])
            problems.Error("ci", node, "an interval that does not contain the estimate", "lower <= estimate <= upper");
        if (level is <= 0 or >= 100)
            problems.Error("ci_level", map.NodeOf("ci_level"), "a level outside 0 to 100", "per cent, such as 95");
        return new Interval(ci[0], ci[1], level);
    }

    private static PValue? PValueOf(YamlMap map, string key, ProblemList problems)
    {
        var text = map.Text(key);
        if (text is null)
            return null;
        if (Parse(text) is { } p)
            return p;
        problems.Error(
            key,
            map.NodeOf(key),
            YamlMap.Quote(text),
            "a number from 0 to 1, or a bound such as \"<0.001\""
        );
        return null;
    }

    private static PValue? Parse(string text)
    {
        var match = PPattern().Match(text);
        if (!match.Success)
            return null;
        var relation = match.Groups[1].Value is { Length: > 0 } r ? r : "=";
        return
            double.TryParse(match.Groups[2].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= 1
            ? new PValue(value, relation)
            : null;
    }

    private static ResultGroup Group(YamlMap map, ProblemList problems)
    {
        var group = new ResultGroup(map.RequiredText("label"), map.Integer("n", 0, 100_000_000), map.Number("rate"));
        map.RejectOthers();
        if (group.Rate is < 0 or > 1)
            problems.Error("rate", map.NodeOf("rate"), "a rate outside 0 to 1", "a fraction from 0 to 1");
        return group;
    }

    [GeneratedRegex(@"^(<=|>=|<|>|=)?\s*([0-9.eE+-]+)$")]
    private static partial Regex PPattern();
}
