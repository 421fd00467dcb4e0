using System.Text.RegularExpressions;
using Refractor.Answers.Reading;
using Refractor.Audit.Texts;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Understanding;

/// <summary>Reads what statements say: features with states, therapies, context, outcome, numbers and tone.</summary>
internal sealed partial class StatementReader(KnowledgePack pack)
{
    private readonly Answers.Reading.TextReader _names = new(new NameTable(pack), asTyped: true);
    private readonly FeatureReader _features = new(pack.Lexicon);
    private readonly Lexicon _lexicon = pack.Lexicon;

    /// <summary>
    /// The parts of a statement with an outcome of their own: most have one; "resistant to fulvestrant but sensitive to tamoxifen" has two.
    /// </summary>
    public IReadOnlyList<Reading> Read(TextStatement statement, StatementContext context)
    {
        var phrases = OutcomeReader.Read(statement.Plain);
        var parts = ClauseCutter.Parts(statement.Plain, phrases);
        var readings = new List<Reading>();
        foreach (var part in parts)
        {
            var outcomes = parts.Count == 1 ? phrases : OutcomeReader.Read(part);
            var reading = Read(statement, part, outcomes, context);
            if (reading.Outcome == Outcome.Same)
                reading = reading with { Outcome = context.LastOutcome ?? Outcome.Difference };
            readings.Add(reading);
            context.Remember(reading);
        }
        return readings;
    }

    /// <summary>Words of headings as a reading of their own, for what they carry on.</summary>
    public IReadOnlyList<Feature> FeaturesOf(string heading) =>
        _features.Read(heading, _names.Read(heading), [], []).ConvertAll(f => f.Feature);

    /// <summary>An effect that ended turns the sentence in ways that its words alone do not tell.</summary>
    [GeneratedRegex(
        @"\b(?:no\s+longer|not\s+any\s*more|(?:was|were|is)\s+gone|vanish\w*|disappear(?:s|ed)?\b(?!\s+completely)|undo(?:es|ne)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ended();

    private Reading Read(
        TextStatement statement,
        string text,
        IReadOnlyList<OutcomePhrase> outcomes,
        StatementContext context
    )
    {
        var names = _names.Read(text);
        var populations = names
            .Mentions.Where(m => m.Entry.Kind == NameKind.Subtype)
            .Select(m => (names.Words[m.First].Start, names.Words[m.End - 1].End));
        var states = StateReader.Read(text, [.. outcomes.Select(o => (o.Start, o.End)), .. populations]);
        var features = _features.Read(text, names, states, outcomes);
        if (Demonstrative().IsMatch(text) && context.Features.Count > 0)
            features = [context.Features[0] with { State = StateReader.At(states, 0, 0) }];
        var therapies = TherapiesIn(names);
        var words = ContentWords.Of(text);
        return new Reading
        {
            Source = statement,
            Text = text,
            Named = features,
            Carried = features.Count > 0 ? [] : context.Features,
            Groups = [.. names.Values<FeatureGroup>(NameKind.Group)],
            Therapies = therapies,
            Comparator = ComparatorIn(text, names),
            Subtypes = IsOfReceptor(features, names) ? [] : SubtypesIn(text, names),
            Settings = SettingsIn(names),
            Endpoints = [.. names.Values<ControlledTerm>(NameKind.Endpoint).Select(t => t.Name)],
            Trials = [.. names.Values<string>(NameKind.Trial)],
            Levels = LevelsIn(names),
            Numbers = NumberReader.Read(text),
            States = [.. states.Where(s => !IsInName(s, names))],
            Outcome = Ended().IsMatch(text) ? null : OutcomeOf(outcomes),
            Tone = Tone.Of(text),
            Words = words,
            ContextWords = context.Words,
            NamesUnknown = names.Unknown.Any(u => u.IsEntity),
        };
    }

    /// <summary>The outcome that a part tells: the first with a direction, else a null, else one that is only named.</summary>
    private static Outcome? OutcomeOf(IReadOnlyList<OutcomePhrase> phrases)
    {
        foreach (var outcome in (ReadOnlySpan<Outcome>)[Outcome.None, Outcome.Same])
        {
            if (phrases.Any(p => p.Outcome == outcome))
                return outcome;
        }
        var told = phrases.Where(p => Outcomes.IsTold(p.Outcome)).ToList();
        if (told.Count > 0)
            return (told.FindLast(p => !p.IsPlain) ?? told[0]).Outcome;
        return phrases.Any(p => p.Outcome == Outcome.Measured) ? Outcome.Measured : null;
    }

    /// <summary>"Restoring this microRNA" speaks of what was named before, whatever else it names.</summary>
    [GeneratedRegex(
        @"\b(?:this|that|the\s+same)\s+(?:micro-?\s?rna|mirna|lncrna|gene|protein|marker|receptor|signature|score|pathway|kinase|enzyme|transporter|mutation)\b|^(?:\W*(?:and|but|while|whereas)\s+)?its\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Demonstrative();

    /// <summary>Whether the receptor that would name the population is what the statement is about.</summary>
    private static bool IsOfReceptor(List<NamedFeature> features, TextReading names) =>
        features.Count > 0
        && features.TrueForAll(f =>
            names.Mentions.Any(m => m.Entry.Kind == NameKind.Subtype && names.Words[m.First].Start == f.Start)
        );

    /// <summary>Whether a state is part of a name: "homologous recombination deficiency".</summary>
    private static bool IsInName(StatePhrase state, TextReading names) =>
        names.Mentions.Any(m =>
            m.Entry.Kind == NameKind.Feature
            && names.Words[m.First].Start <= state.Start
            && state.End <= names.Words[m.End - 1].End
        );

    private List<Therapy> TherapiesIn(TextReading names)
    {
        var found = new List<Therapy>();
        foreach (var mention in names.Mentions)
        {
            if (mention.Entry.Value is Regimen regimen)
                found.AddRange(regimen.Agents.Select(_lexicon.FindTherapy).OfType<Therapy>());
            else if (mention.Entry is { Kind: NameKind.Therapy, Value: Therapy therapy })
                found.Add(therapy);
        }
        return [.. found.Distinct()];
    }

    /// <summary>The subtypes told of; those after "outside" or "except" are not.</summary>
    private IReadOnlyList<Subtype> SubtypesIn(string text, TextReading names)
    {
        var told = names with
        {
            Mentions =
            [
                .. names.Mentions.Where(m =>
                    m.Entry.Kind != NameKind.Subtype || !Outside().IsMatch(text[..names.Words[m.First].Start])
                ),
            ],
        };
        return SubtypeReader.Read(told, _lexicon, [], []);
    }

    private static Therapy? ComparatorIn(string text, TextReading names)
    {
        var than = Than().Match(text);
        if (!than.Success)
            return null;
        return names
            .Mentions.Where(m =>
                m.Entry.Kind == NameKind.Therapy && names.Words[m.First].Start >= than.Index + than.Length - 1
            )
            .Select(m => (Therapy)m.Entry.Value)
            .FirstOrDefault();
    }

    private static List<Setting> SettingsIn(TextReading names)
    {
        var settings = new List<Setting>();
        foreach (var term in names.Values<ControlledTerm>(NameKind.Setting))
        {
            if (Terms.Settings.TryParse(term.Name, out var setting) && !settings.Contains(setting))
                settings.Add(setting);
        }
        return settings;
    }

    private static List<Level> LevelsIn(TextReading names)
    {
        var levels = new List<Level>();
        foreach (var term in names.Values<ControlledTerm>(NameKind.Level))
        {
            if (Terms.Levels.TryParse(term.Name, out var level) && level != Level.Subtype && !levels.Contains(level))
                levels.Add(level);
        }
        return levels;
    }

    [GeneratedRegex(
        @"\b(?:outside|except|excluding|other\s+than|rather\s+than)(?:\s+(?:in|of|for|the|those|with))*\s+(?:[\w+\-]+[\s,]+){0,1}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Outside();

    [GeneratedRegex(
        @"\b(?:than|rather\s+than|instead\s+of|compared\s+with|versus)\s+(?:on|with|under|to)?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Than();
}
