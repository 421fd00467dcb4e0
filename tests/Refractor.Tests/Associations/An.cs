using System.Collections.Concurrent;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Tests.Associations;

/// <summary>Builds evidence items for tests: a pre-treatment finding of resistance in a plain cohort, unless said otherwise.</summary>
internal static class An
{
    /// <summary>A pack numbers its papers; papers of the same key made here are the same paper.</summary>
    private static readonly ConcurrentDictionary<string, int> PaperNumbers = new(StringComparer.Ordinal);
    private static int lastPaper;

    public static Subtype Tnbc { get; } = new() { Name = "TNBC", Label = "triple-negative" };

    public static Subtype LuminalSubtype { get; } = new() { Name = "HR+", Label = "hormone receptor-positive" };

    public static Therapy Docetaxel { get; } = Agent("docetaxel");

    public static Therapy Doxorubicin { get; } = Agent("doxorubicin");

    private static readonly Feature TheFeature = new() { Name = "ABCB1", Type = FeatureType.Gene };

    public static Paper Paper(string key, int? year = 2020, bool retracted = false, params string[] trials) =>
        new()
        {
            Key = key,
            Index = PaperNumbers.GetOrAdd(key, _ => Interlocked.Increment(ref lastPaper)),
            Kind = PaperKind.Article,
            Year = year,
            Retracted = retracted,
            TrialIds = trials,
        };

    /// <summary>An item of the paper with that key; its id is the key with "-1".</summary>
    public static EvidenceItem Item(
        string paper = "first2020",
        Effect effect = Effect.Resistance,
        FeatureState state = FeatureState.High,
        Level level = Level.RnaExpression,
        Relation relation = Relation.Predictive,
        Design design = Design.RetrospectiveCohort,
        Setting setting = Setting.Neoadjuvant,
        Subtype? subtype = null,
        Therapy? therapy = null,
        Timing timing = Timing.PreTreatment,
        string endpoint = "pCR",
        int? n = 200,
        Interval? interval = null,
        string[]? adjustedFor = null,
        string? printed = null,
        string? note = null,
        string? cutoff = null,
        PredictiveDesign predictiveDesign = PredictiveDesign.TreatedOnly,
        Validation validation = Validation.None,
        Checked check = Checked.Abstract,
        Paper? from = null,
        string? id = null
    ) =>
        new()
        {
            Id = id ?? paper + "-1",
            Paper = from ?? Paper(paper),
            Feature = TheFeature,
            FeatureName = TheFeature.Name,
            Level = level,
            State = state,
            Relation = relation,
            Effect = effect,
            Therapies = [therapy ?? Docetaxel],
            Modality = "chemotherapy",
            Setting = setting,
            Subtype = subtype,
            Timing = timing,
            Design = design,
            N = n,
            PredictiveDesign = predictiveDesign,
            Validation = validation,
            Endpoint = endpoint,
            Cutoff = cutoff,
            Note = note,
            Checked = check,
            Result = new EvidenceResult
            {
                Metric = Metric.HazardRatio,
                Interval = interval,
                AdjustedFor = adjustedFor ?? [],
                Printed = printed,
            },
        };

    /// <summary>A finding in a randomised trial, two grades above a plain cohort.</summary>
    public static EvidenceItem InTrial(string paper, Effect effect = Effect.Resistance) =>
        Item(paper, effect, design: Design.RandomisedTrial);

    /// <summary>A finding in cell lines.</summary>
    public static EvidenceItem InCells(string paper, Effect effect = Effect.Resistance) =>
        Item(paper, effect, design: Design.CellLine, setting: Setting.InVitro);

    private static Therapy Agent(string name) =>
        new()
        {
            Name = name,
            Label = name,
            Kind = TherapyKind.Agent,
            Modality = "chemotherapy",
        };
}
