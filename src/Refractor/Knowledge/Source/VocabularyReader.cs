using Refractor.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace Refractor.Knowledge.Source;

/// <summary>Reads the vocabulary files and checks that every name leads to one entry.</summary>
internal static class VocabularyReader
{
    private static readonly TermTable<TherapyKind> Kinds = new("agent", "class", "modality", "mixed");
    private static readonly string[] TherapyModalities =
    [
        "chemotherapy",
        "radiotherapy",
        "endocrine",
        "targeted",
        "adc",
        "immunotherapy",
        "mixed",
    ];

    /// <summary>Names of the files, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Files { get; } =
    ["genes.yaml", "features.yaml", "groups.yaml", "therapies.yaml", "populations.yaml"];

    /// <summary>Builds the lexicon; null when a file has errors.</summary>
    /// <param name="texts">File name (one of <see cref="Files"/>) to its text and the name to report.</param>
    /// <param name="problems">Receives the problems found.</param>
    public static Lexicon? Read(IReadOnlyDictionary<string, SourceText> texts, List<DataProblem> problems)
    {
        var entries = new Entries();
        var lists = new List<ProblemList>();
        foreach (var file in Files)
        {
            if (!texts.TryGetValue(file, out var text))
            {
                problems.Add(
                    new DataProblem(
                        Severity.Error,
                        "vocabulary",
                        file,
                        null,
                        "no such file",
                        "the file in knowledge/vocabulary"
                    )
                );
                continue;
            }
            var list = new ProblemList(text.Name);
            lists.Add(list);
            entries.ReadFile(file, text.Text, list);
        }
        entries.CheckReferences();
        problems.AddRange(lists.SelectMany(l => l.All));
        return problems.Exists(p => p.Severity == Severity.Error) ? null : entries.Build(problems);
    }

    private sealed class Entries
    {
        private readonly List<Feature> _features = [];
        private readonly List<FeatureGroup> _groups = [];
        private readonly List<Therapy> _therapies = [];
        private readonly List<Regimen> _regimens = [];
        private readonly List<Subtype> _subtypes = [];
        private readonly List<ControlledTerm> _settings = [];
        private readonly List<ControlledTerm> _endpoints = [];
        private readonly List<ControlledTerm> _levels = [];
        private readonly List<ControlledTerm> _types = [];
        private readonly List<OtherDisease> _diseases = [];
        private readonly NameOwners _owners = new();
        private readonly List<Reference> _references = [];

        public void ReadFile(string file, string text, ProblemList problems)
        {
            var root = YamlMap.Root(text, problems);
            if (root is null)
                return;
            root.RequiredText("version");
            switch (file)
            {
                case "genes.yaml":
                    ReadEach(root, "genes", m => _features.Add(Gene(m, problems)));
                    break;
                case "features.yaml":
                    ReadEach(root, "features", m => _features.Add(OtherFeature(m, problems)));
                    break;
                case "groups.yaml":
                    ReadEach(root, "groups", m => _groups.Add(Group(m, problems)));
                    break;
                case "therapies.yaml":
                    ReadEach(root, "therapies", m => _therapies.Add(Therapy(m, problems)));
                    ReadEach(root, "regimens", m => _regimens.Add(Regimen(m, problems)));
                    break;
                default:
                    ReadPopulations(root);
                    break;
            }
            root.RejectOthers();
        }

        /// <summary>Reports every name that refers to no entry; after all files, because files refer to each other.</summary>
        public void CheckReferences()
        {
            foreach (var (kind, name, rule, at, problems) in _references.Where(r => !_owners.Has(r.Kind, r.Name)))
                problems.Error(rule, at, $"'{name}'", $"a {kind} that the vocabulary defines");
        }

        private IReadOnlyList<string> References(
            string kind,
            YamlMap map,
            string key,
            string rule,
            ProblemList problems
        )
        {
            var names = map.Texts(key);
            _references.AddRange(names.Select(n => new Reference(kind, n, rule, map.NodeOf(key), problems)));
            return names;
        }

        public Lexicon? Build(List<DataProblem> problems)
        {
            try
            {
                return new Lexicon(
                    new LexiconEntries
                    {
                        Features = _features,
                        Groups = _groups,
                        Therapies = _therapies,
                        Regimens = _regimens,
                        Subtypes = _subtypes,
                        Settings = _settings,
                        Endpoints = _endpoints,
                        Levels = _levels,
                        FeatureTypes = _types,
                        OtherDiseases = _diseases,
                    }
                );
            }
            catch (ArgumentException e)
            {
                problems.Add(
                    new DataProblem(
                        Severity.Error,
                        "vocabulary",
                        "vocabulary",
                        null,
                        e.Message,
                        "names that the vocabulary defines"
                    )
                );
                return null;
            }
        }

        private static void ReadEach(YamlMap root, string key, Action<YamlMap> read)
        {
            foreach (var map in root.Maps(key, required: true))
            {
                read(map);
                map.RejectOthers();
            }
        }

        private void ReadPopulations(YamlMap root)
        {
            ReadEach(
                root,
                "subtypes",
                m =>
                    _subtypes.Add(
                        new Subtype
                        {
                            Name = m.RequiredText("name"),
                            Label = m.RequiredText("label"),
                            Within = m.Texts("within"),
                            Aliases = m.Texts("aliases"),
                        }
                    )
            );
            ReadEach(root, "settings", m => _settings.Add(Term(m)));
            ReadEach(root, "endpoints", m => _endpoints.Add(Term(m)));
            ReadEach(root, "levels", m => _levels.Add(Term(m)));
            ReadEach(root, "feature_types", m => _types.Add(Term(m)));
            ReadEach(
                root,
                "other_diseases",
                m => _diseases.Add(new OtherDisease(m.RequiredText("name"), m.Texts("aliases")))
            );
        }

        private static ControlledTerm Term(YamlMap m) =>
            new(
                m.RequiredText("name"),
                m.Text("label") ?? m.RequiredText("name"),
                m.Texts("aliases"),
                m.Text("setting")
            );

        private Feature Gene(YamlMap m, ProblemList problems)
        {
            var gene = new Feature
            {
                Name = m.RequiredText("symbol"),
                Type = FeatureType.Gene,
                CommonName = m.Text("name"),
                Aliases = m.Texts("aliases"),
                ProteinMarksMutation = m.Flag("protein_marks_mutation"),
                Ambiguous = [.. m.Maps("ambiguous", required: false).Select(Ambiguity)],
            };
            _owners.Claim("feature", gene.Name, gene.Aliases, m.Node, problems);
            return gene;
        }

        private static AmbiguousAlias Ambiguity(YamlMap m)
        {
            var alias = new AmbiguousAlias(m.RequiredText("alias"), m.Texts("also"), m.RequiredText("note"));
            m.RejectOthers();
            return alias;
        }

        private Feature OtherFeature(YamlMap m, ProblemList problems)
        {
            var joins = m.Texts("joins");
            var aliases = m.Texts("aliases");
            var feature = new Feature
            {
                Name = m.RequiredText("name"),
                Type = m.Required("type", Terms.FeatureTypes),
                CommonName = m.Text("common_name"),
                Aliases = [.. joins, .. aliases],
                Genes = References("feature", m, "genes", "genes", problems),
                Related = References("feature", m, "related", "related", problems),
            };
            _owners.Claim("feature", feature.Name, feature.Aliases, m.Node, problems);
            return feature;
        }

        private FeatureGroup Group(YamlMap m, ProblemList problems)
        {
            var group = new FeatureGroup(
                m.RequiredText("name"),
                m.Texts("aliases"),
                References("feature", m, "members", "group", problems),
                References("feature", m, "features", "group", problems)
            );
            if (group.Members.Count + group.Features.Count == 0)
                problems.Error("group", m.Node, $"'{group.Name}' without members", "members or features");
            return group;
        }

        private Therapy Therapy(YamlMap m, ProblemList problems)
        {
            var therapy = new Therapy
            {
                Name = m.RequiredText("name"),
                Label = m.RequiredText("label"),
                Kind = m.Required("kind", Kinds),
                Classes = m.Texts("classes"),
                Modality = m.RequiredOneOf("modality", TherapyModalities),
                Aliases = m.Texts("aliases"),
                ResistanceWords = m.Texts("resistance_words"),
                SensitivityWords = m.Texts("sensitivity_words"),
                Leads = m.Flag("leads"),
            };
            _owners.Claim("therapy", therapy.Name, therapy.Aliases, m.Node, problems);
            return therapy;
        }

        private Regimen Regimen(YamlMap m, ProblemList problems)
        {
            var regimen = new Regimen(
                m.RequiredText("name"),
                References("therapy", m, "agents", "regimen", problems),
                m.Texts("aliases")
            );
            if (regimen.Agents.Count < 2)
                problems.Error(
                    "regimen",
                    m.Node,
                    $"'{regimen.Name}' with {regimen.Agents.Count} agents",
                    "at least two agents"
                );
            return regimen;
        }
    }

    /// <summary>A name in the vocabulary that must lead to an entry.</summary>
    private sealed record Reference(string Kind, string Name, string Rule, YamlNode? At, ProblemList Problems);

    /// <summary>Sees to it that a name or alias leads to one entry only.</summary>
    private sealed class NameOwners
    {
        private readonly Dictionary<string, (string Name, YamlNode At)> _owner = new(StringComparer.Ordinal);

        public bool Has(string kind, string name) => _owner.ContainsKey(Key(kind, name));

        public void Claim(string kind, string name, IEnumerable<string> aliases, YamlNode at, ProblemList problems)
        {
            foreach (var text in aliases.Prepend(name))
            {
                if (
                    !_owner.TryAdd(Key(kind, text), (name, at))
                    && _owner[Key(kind, text)] is var (owner, place)
                    && !ReferenceEquals(place, at)
                )
                    problems.Error(
                        "alias",
                        at,
                        $"'{text}' under '{name}' and under '{owner}'",
                        "a name that leads to one entry only"
                    );
            }
        }

        private static string Key(string kind, string text) => kind + ":" + NameKey.Of(text);
    }
}
