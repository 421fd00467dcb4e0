using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>Reads questions with the vocabulary and a small grammar of cue words. Thread-safe.</summary>
public sealed class QuestionReader
{
    /// <summary>Longest question that is read, in characters.</summary>
    public const int LongestQuestion = 4_000;

    private readonly Lexicon _lexicon;
    private readonly TextReader _reader;
    private readonly DescribedFeatures _described;

    /// <summary>Prepares the names of a pack for reading.</summary>
    public QuestionReader(KnowledgePack pack)
    {
        _lexicon = pack.Lexicon;
        _reader = new TextReader(new NameTable(pack));
        _described = new DescribedFeatures(pack.Lexicon);
    }

    /// <summary>Reads a question.</summary>
    /// <param name="text">The question; control characters are taken as spaces.</param>
    /// <exception cref="ArgumentException">The question is longer than <see cref="LongestQuestion"/> characters.</exception>
    public Question Read(string text)
    {
        if (text.Length > LongestQuestion)
            throw new ArgumentException(
                $"The question has {text.Length} characters; at most {LongestQuestion} are read. Ask a shorter one.",
                nameof(text)
            );
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        var reading = _reader.Read(clean);
        var features = Features(reading);
        var populations = SubtypeReader.Populations(features, _lexicon);
        features.RemoveAll(f => populations.Any(p => p.Marker == f));
        var groups = Groups(reading, features);
        var therapies = Therapies(clean, reading);
        var (levels, types) = LevelsAndTypes(reading, groups);
        var question = new Question
        {
            Text = clean,
            Features = features,
            Groups = groups,
            Therapies = therapies,
            Regimens = [.. reading.Values<Regimen>(NameKind.Regimen)],
            Excluded =
            [
                .. reading
                    .Mentions.Where(m => m.Entry.Kind == NameKind.Therapy && IsExcluded(reading, m))
                    .Select(m => (Therapy)m.Entry.Value),
            ],
            Levels = levels,
            Types = types,
            Subtypes = SubtypeReader.Read(reading, _lexicon, therapies, [.. populations.Select(p => p.Subtype)]),
            Settings = Settings(reading),
            Endpoints = [.. reading.Values<ControlledTerm>(NameKind.Endpoint).Select(t => t.Name)],
            Trials = [.. reading.Values<string>(NameKind.Trial)],
            Effect = EffectOf(reading),
            State = StateOf(reading),
            AsksMechanism = reading.Has(Cue.Mechanism),
            AsksCross = reading.Has(Cue.Cross) && therapies.Count > 1,
            CountUnit = UnitOf(reading),
            Unknown = reading.Unknown,
            Corrections = [.. reading.Corrections, .. Ambiguities(reading)],
        };
        question = question with { Intent = IntentOf(question, reading), Presumed = PremiseReader.Read(reading) };
        question = question with
        {
            PatientsOnly =
                reading.Has(Cue.Patients) && question.Intent is Intent.Negative && question.Settings.Count == 0,
            CountRelation = CountRelation(clean),
            CountDesign = CountDesign(clean),
        };
        return Scope(question, reading);
    }

    private List<Feature> Features(TextReading reading)
    {
        var named = reading
            .Mentions.Where(m =>
                m.Entry.Kind == NameKind.Feature && !reading.Mentions.Any(o => IsStrongerReading(o, m))
            )
            .Select(m => (Feature)m.Entry.Value)
            .Distinct()
            .ToList();
        var described = _described.Find(reading);
        return described.Count > 0 ? [.. described] : named;
    }

    /// <summary>A subtype or therapy of the same words wins over a feature of that name: "luminal A" names a population.</summary>
    private static bool IsStrongerReading(Mention other, Mention feature) =>
        other.First == feature.First
        && other.Count == feature.Count
        && other.Entry.Kind is NameKind.Subtype or NameKind.Therapy or NameKind.Group or NameKind.FeatureType;

    private List<FeatureGroup> Groups(TextReading reading, List<Feature> features) =>
        features.Exists(f => DescribedFeatures.IsDescriptive(f))
            ? []
            :
            [
                .. reading
                    .Values<FeatureGroup>(NameKind.Group)
                    .Where(g => !_lexicon.MembersOf(g).Any(features.Contains)),
            ];

    private List<Therapy> Therapies(string text, TextReading reading)
    {
        var found = new List<Therapy>();
        foreach (
            var mention in reading.Mentions.Where(m =>
                m.Entry.Kind is NameKind.Therapy or NameKind.Regimen && !IsExcluded(reading, m)
            )
        )
        {
            IEnumerable<Therapy> named = mention.Entry.Value is Regimen regimen
                ? regimen.Agents.Select(_lexicon.FindTherapy).OfType<Therapy>()
                : [(Therapy)mention.Entry.Value];
            found.AddRange(named.Where(t => !found.Contains(t)));
        }
        return DropBackbone(text, reading, found);
    }

    private static bool IsExcluded(TextReading reading, Mention mention) =>
        reading.Of(Cue.Exclude).Any(e => mention.First >= e.End && mention.First <= e.End + 2);

    /// <summary>In "a CDK4/6 inhibitor plus endocrine therapy" the finding is about the agent that is added, not about its backbone.</summary>
    private static List<Therapy> DropBackbone(string text, TextReading reading, List<Therapy> found)
    {
        if (
            !(reading.Has(Cue.Combination) || text.Contains(" + ", StringComparison.Ordinal))
            || !found.Exists(t => t.IsAddOn)
            || found.TrueForAll(t => t.IsAddOn)
        )
            return found;
        return [.. found.Where(t => t.IsAddOn || t.Leads)];
    }

    private static (List<Level>, List<FeatureType>) LevelsAndTypes(TextReading reading, List<FeatureGroup> groups)
    {
        var levels = new List<Level>();
        foreach (var term in reading.Values<ControlledTerm>(NameKind.Level))
        {
            if (Terms.Levels.TryParse(term.Name, out var level) && level != Level.Subtype && !levels.Contains(level))
                levels.Add(level);
        }
        var types = new List<FeatureType>();
        foreach (var term in reading.Values<ControlledTerm>(NameKind.FeatureType))
        {
            if (Terms.FeatureTypes.TryParse(term.Name, out var type) && IsAskedFor(type) && !types.Contains(type))
                types.Add(type);
        }
        if (groups.Count > 0)
            types.Clear();
        if (levels.Contains(Level.ProteinActivity))
            levels.Remove(Level.ProteinExpression);
        return (levels, types);
    }

    /// <summary>Kinds that a question means when it names them; "clinical" or "gene" mostly mean something else.</summary>
    private static bool IsAskedFor(FeatureType type) =>
        type
            is FeatureType.MicroRna
                or FeatureType.LongNonCodingRna
                or FeatureType.Signature
                or FeatureType.Pathway
                or FeatureType.CellType;

    private static List<Setting> Settings(TextReading reading)
    {
        var named = reading.Values<ControlledTerm>(NameKind.Setting).Select(t => t.Name);
        var implied = reading.Values<ControlledTerm>(NameKind.Endpoint).Select(t => t.Setting).OfType<string>();
        var settings = new List<Setting>();
        foreach (var name in named.Concat(implied))
        {
            if (Terms.Settings.TryParse(name, out var setting) && !settings.Contains(setting))
                settings.Add(setting);
        }
        if (settings.Contains(Setting.Metastatic) && reading.Words.Any(w => w.Key == "early"))
            settings.AddRange(new[] { Setting.Neoadjuvant, Setting.Adjuvant }.Except(settings).ToList());
        return settings;
    }

    private static AskedEffect EffectOf(TextReading reading)
    {
        var resistance = reading.Has(Cue.Resistance) || reading.Mentions.Any(m => m.Entry.Effect == "resistance");
        var sensitivity = reading.Has(Cue.Sensitivity) || reading.Mentions.Any(m => m.Entry.Effect == "sensitivity");
        if (reading.Has(Cue.Negative))
            return AskedEffect.NoEffect;
        return (resistance, sensitivity) switch
        {
            (true, false) => AskedEffect.Resistance,
            (false, true) => AskedEffect.Sensitivity,
            _ => AskedEffect.Any,
        };
    }

    private static AskedState StateOf(TextReading reading)
    {
        foreach (var feature in reading.Mentions.Where(m => m.Entry.Kind is NameKind.Feature or NameKind.Group))
        {
            foreach (
                var (cue, state) in new[]
                {
                    (Cue.Loss, AskedState.Loss),
                    (Cue.Gain, AskedState.Gain),
                    (Cue.Mutated, AskedState.Mutated),
                }
            )
            {
                if (
                    reading
                        .Of(cue)
                        .Any(c => c.First - feature.End is >= 0 and <= 1 || feature.First - c.End is >= 0 and <= 2)
                )
                    return state;
            }
        }
        return AskedState.Any;
    }

    private Intent IntentOf(Question question, TextReading reading)
    {
        var alternatives = question.Subtypes.Count > 1 || question.Settings.Count > 1 || question.Therapies.Count > 1;
        if (reading.Has(Cue.Count))
            return Intent.Count;
        if (reading.Has(Cue.Conflict))
            return Intent.Conflict;
        if (reading.Has(Cue.Negative))
            return Intent.Negative;
        if (reading.Has(Cue.Rank))
            return Intent.Rank;
        if (reading.Has(Cue.Compare) && alternatives)
            return Intent.Compare;
        if (CrossReader.Asks(reading, question, _lexicon))
            return Intent.CrossResistance;
        if (reading.Has(Cue.Change))
            return Intent.Change;
        return question.AskedFeatures(_lexicon).Any() ? Intent.Feature : Intent.List;
    }

    private static CountUnit UnitOf(TextReading reading)
    {
        var units = new[]
        {
            (Cue.CountItems, CountUnit.Items),
            (Cue.CountPapers, CountUnit.Papers),
            (Cue.CountFeatures, CountUnit.Features),
        };
        var after = reading.Of(Cue.Count).Select(c => c.End).DefaultIfEmpty(0).First();
        var first = units
            .SelectMany(u => reading.Of(u.Item1).Select(m => (m.First, Unit: u.Item2)))
            .Where(x => x.First >= after)
            .OrderBy(x => x.First)
            .ToList();
        if (first.Count > 0)
            return first[0].Unit;
        return reading.Mentions.Any(m => m.Entry.Kind == NameKind.FeatureType) ? CountUnit.Features : CountUnit.Items;
    }

    private static Relation? CountRelation(string text) =>
        text switch
        {
            _ when Contains(text, "cross-resist") || Contains(text, "cross resist") => Relation.CrossResistance,
            _ when Contains(text, "prognostic") => Relation.Prognostic,
            _ when Contains(text, "mechanis") => Relation.Mechanism,
            _ => null,
        };

    private static Design? CountDesign(string text) =>
        text switch
        {
            _ when Contains(text, "meta-anal") || Contains(text, "meta anal") => Design.MetaAnalysis,
            _ when Contains(text, "randomi") => Design.RandomisedTrial,
            _ when Contains(text, "cell line") => Design.CellLine,
            _ when Contains(text, "xenograft") => Design.Xenograft,
            _ when Contains(text, "review") => Design.Review,
            _ => null,
        };

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Correction> Ambiguities(TextReading reading)
    {
        foreach (var mention in reading.Mentions.Where(m => m.Entry.Kind == NameKind.Feature))
        {
            var feature = (Feature)mention.Entry.Value;
            foreach (var ambiguous in feature.Ambiguous.Where(a => NameKey.Same(a.Alias, mention.Entry.Text)))
                yield return new Correction(ambiguous.Alias, feature.Name, ambiguous.Note);
        }
    }

    private Question Scope(Question question, TextReading reading)
    {
        var aboutBreast = reading.Has(Cue.Breast);
        var disease = reading.Values<OtherDisease>(NameKind.OtherDisease).FirstOrDefault();
        var named =
            question.CountRelation is not null
            || question.AskedFeatures(_lexicon).Any()
            || question.Therapies.Count > 0
            || question.Levels.Count + question.Types.Count > 0;
        var aboutResponse = reading.Has(Cue.Resistance) || reading.Has(Cue.Sensitivity);
        var ranksMarkers = reading.Has(Cue.Biomarker) && (reading.Has(Cue.Rank) || reading.Has(Cue.Patients));
        var inField =
            named
            || ranksMarkers
            || question.Unknown.Any(u => u.IsEntity)
            || (aboutResponse && (aboutBreast || reading.Has(Cue.Therapy) || reading.Has(Cue.Biomarker)));
        var reason =
            reading.Has(Cue.Personal) ? OutOfScope.PersonalAdvice
            : reading.Has(Cue.OtherTask) ? OutOfScope.OtherTask
            : disease is not null && !aboutBreast ? OutOfScope.OtherDisease
            : reading.Has(Cue.NotOurs) || !inField ? OutOfScope.OffTopic
            : OutOfScope.No;
        return question with { OutOfScope = reason, OtherDisease = disease?.Name };
    }
}
