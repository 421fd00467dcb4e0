using Refractor.Vocabulary;

namespace Refractor.Knowledge.Packing;

/// <summary>Reads a knowledge pack, of this or an earlier format.</summary>
public static class PackReader
{
    private static readonly TermTable<TherapyKind> Kinds = new("agent", "class", "modality", "mixed");

    /// <summary>Reads a pack from memory.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a pack, come from a newer format, or are damaged.</exception>
    public static KnowledgePack Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var source = new ByteSource(bytes);
            var version = source.Text();
            var digest = source.Text();
            var lexicon = new Lexicon(ReadLexicon(ref source));
            var papers = new Paper[source.Count()];
            for (var i = 0; i < papers.Length; i++)
                papers[i] = ReadPaper(ref source);
            var regimens = new RegimenTable(lexicon);
            var items = new EvidenceItem[source.Count()];
            for (var i = 0; i < items.Length; i++)
                items[i] = ReadItem(ref source, lexicon, papers, regimens);
            if (!source.AtEnd)
                throw ByteSource.Damaged();
            return new KnowledgePack(version, digest, lexicon, papers, items);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(ByteSource.Damaged().Message, e);
        }
    }

    private delegate T ReadOne<T>(ref ByteSource source);

    private static IReadOnlyList<T> Each<T>(ref ByteSource source, ReadOne<T> read)
    {
        var count = source.Count();
        if (count == 0)
            return [];
        var values = new T[count];
        for (var i = 0; i < count; i++)
            values[i] = read(ref source);
        return values;
    }

    private static LexiconEntries ReadLexicon(ref ByteSource source) =>
        new()
        {
            Features = Each(ref source, ReadFeature),
            Groups = Each(ref source, (ref s) => new FeatureGroup(s.Text(), s.Texts(), s.Texts(), s.Texts())),
            Therapies = Each(ref source, ReadTherapy),
            Regimens = Each(ref source, (ref s) => new Regimen(s.Text(), s.Texts(), s.Texts())),
            Subtypes = Each(
                ref source,
                (ref s) =>
                    new Subtype
                    {
                        Name = s.Text(),
                        Label = s.Text(),
                        Within = s.Texts(),
                        Aliases = s.Texts(),
                    }
            ),
            Settings = Each(ref source, ReadTerm),
            Endpoints = Each(ref source, ReadTerm),
            Levels = Each(ref source, ReadTerm),
            FeatureTypes = Each(ref source, ReadTerm),
            OtherDiseases = Each(ref source, (ref s) => new OtherDisease(s.Text(), s.Texts())),
        };

    private static ControlledTerm ReadTerm(ref ByteSource s) => new(s.Text(), s.Text(), s.Texts(), s.OptionalText());

    private static Feature ReadFeature(ref ByteSource s) =>
        new()
        {
            Name = s.Text(),
            Type = s.Value(Terms.FeatureTypes),
            CommonName = s.OptionalText(),
            Aliases = s.Texts(),
            Genes = s.Texts(),
            Related = s.Texts(),
            ProteinMarksMutation = s.Unsigned() != 0,
            Ambiguous = Each(ref s, (ref a) => new AmbiguousAlias(a.Text(), a.Texts(), a.Text())),
        };

    private static Therapy ReadTherapy(ref ByteSource s) =>
        new()
        {
            Name = s.Text(),
            Label = s.Text(),
            Kind = s.Value(Kinds),
            Classes = s.Texts(),
            Modality = s.Text(),
            Aliases = s.Texts(),
            ResistanceWords = s.Texts(),
            SensitivityWords = s.Texts(),
            Leads = s.Unsigned() != 0,
        };

    private static Paper ReadPaper(ref ByteSource s) =>
        new()
        {
            Key = s.Text(),
            Doi = s.OptionalText(),
            Pmid = s.OptionalText(),
            Pmcid = s.OptionalText(),
            Title = s.OptionalText(),
            FirstAuthor = s.OptionalText(),
            Journal = s.OptionalText(),
            Volume = s.OptionalText(),
            Pages = s.OptionalText(),
            Year = s.Optional(),
            Kind = s.Value(Terms.PaperKinds),
            TrialIds = s.Texts(),
            Retracted = s.Unsigned() != 0,
        };

    private static EvidenceItem ReadItem(ref ByteSource s, Lexicon lexicon, Paper[] papers, RegimenTable regimens) =>
        new()
        {
            Id = s.Text(),
            Paper = papers[s.Unsigned()],
            Feature = lexicon.Features[s.Unsigned()],
            FeatureName = s.Text(),
            Members = s.Texts(),
            Level = s.Value(Terms.Levels),
            State = s.Value(Terms.States),
            Variant = s.OptionalText(),
            Cutoff = s.OptionalText(),
            Relation = s.Value(Terms.Relations),
            Effect = s.Value(Terms.Effects),
            Therapies = regimens.Read(ref s),
            ResistantTo = regimens.Read(ref s),
            Modality = s.Text(),
            Setting = s.Value(Terms.Settings),
            Population = s.OptionalText(),
            Subtype = s.Optional() is { } subtype ? lexicon.Subtypes[subtype] : null,
            Timing = s.Value(Terms.Timings),
            Design = s.Value(Terms.Designs),
            N = s.Optional(),
            Events = s.Optional(),
            PredictiveDesign = s.Value(Terms.PredictiveDesigns),
            Validation = s.Value(Terms.Validations),
            Endpoint = s.Text(),
            Result = ReadResult(ref s),
            Checked = s.Value(Terms.CheckedStates),
            Note = s.OptionalText(),
        };

    private static EvidenceResult ReadResult(ref ByteSource s)
    {
        var metric = s.Value(Terms.Metrics);
        var estimate = OptionalNumber(ref s);
        var low = OptionalNumber(ref s);
        return new EvidenceResult
        {
            Metric = metric,
            Estimate = estimate,
            Interval = low is { } l ? new Interval(l, s.Number(), s.Number()) : null,
            P = ReadP(ref s),
            Q = ReadP(ref s),
            Groups = Each(ref s, (ref g) => new ResultGroup(g.Text(), g.Optional(), OptionalNumber(ref g))),
            Reference = s.OptionalText(),
            AdjustedFor = s.Texts(),
            Printed = s.OptionalText(),
            Missing = s.Value(Terms.MissingReasons),
        };
    }

    private static double? OptionalNumber(ref ByteSource s) => s.Unsigned() == 0 ? null : s.Number();

    private static PValue? ReadP(ref ByteSource s) =>
        s.OptionalText() is { } relation ? new PValue(s.Number(), relation) : null;
}
