using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>Finds the evidence items that a question asks for, by exact closure over features, therapies, populations and settings.</summary>
internal sealed class EvidenceSearch(KnowledgePack pack)
{
    private readonly Lexicon _lexicon = pack.Lexicon;
    private readonly TherapyMatcher _therapies = new(pack);

    public SearchResult Find(Question question)
    {
        var asked = FeatureScope.Of(question, _lexicon);
        var main = new List<Found>();
        var unspecified = new List<Found>();
        var otherLevels = new List<Found>();
        var leftOut = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in Candidates(question, asked))
        {
            if (Judge(question, item, leftOut) is not { } found)
                continue;
            if (!found.IsLevelAsked)
                otherLevels.Add(found);
            else if (found.Therapy == TherapyMatch.Unspecified)
                unspecified.Add(found);
            else
                main.Add(found);
        }
        AddUntreatedArms(question, main);
        if (asked is not null && question.AsksMechanism)
            AddPartners(question, main);
        return new SearchResult(main, unspecified, otherLevels, leftOut);
    }

    /// <summary>The items that can bear on the question, strongest first.</summary>
    private List<EvidenceItem> Candidates(Question question, IReadOnlySet<Feature>? asked)
    {
        var set = new RankedSet(pack.Ranking);
        if (asked is not null)
        {
            foreach (var feature in asked)
                AddAll(set, pack.Index.Of(feature));
        }
        else if (question.Therapies.Count == 0)
        {
            AddAll(set, pack.Items);
        }
        else
        {
            foreach (var therapy in _lexicon.Therapies.Where(t => question.Therapies.Any(a => _lexicon.IsWithin(t, a) || _lexicon.IsWithin(a, t))))
                AddAll(set, pack.Index.Of(therapy));
        }
        return set.ToList();
    }

    private static void AddAll(RankedSet set, IReadOnlyList<EvidenceItem> items)
    {
        for (var i = 0; i < items.Count; i++)
            set.Add(items[i]);
    }

    private Found? Judge(Question question, EvidenceItem item, SortedDictionary<string, int> leftOut)
    {
        var therapy = question.Therapies.Count == 0 ? TherapyMatch.Direct : _therapies.Match(item, question);
        if (therapy == TherapyMatch.None && question.Intent == Intent.Conflict && question.Features.Count > 0 && IsMixedTreatment(item) && question.Therapies.All(t => t.Kind == TherapyKind.Modality))
            therapy = TherapyMatch.ClassOf;
        if (therapy == TherapyMatch.None)
            return null;
        if (question.Excluded.Count > 0 && _therapies.Match(item, question.Excluded) == TherapyMatch.Direct)
            return null;
        if (question.Trials.Count > 0 && !question.Trials.Any(t => NamesTrial(item, t)))
            return null;
        var population = Population(question, item);
        if (population == PopulationMatch.None)
            return Left(leftOut, "about another or an unrecorded subtype");
        if (!SettingFits(question, item))
            return Left(leftOut, "from another setting");
        if (therapy == TherapyMatch.BackboneOnly)
            return Left(leftOut, "about an agent added to this therapy");
        if (!RoleFits(question, item))
            return null;
        return new Found(item, therapy, population, LevelScope.Fits(question, item));
    }

    private static bool IsMixedTreatment(EvidenceItem item) => item.Therapies.Count > 0 && item.Therapies.All(t => t.Kind == TherapyKind.Mixed);

    private static Found? Left(SortedDictionary<string, int> leftOut, string reason)
    {
        leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
        return null;
    }

    private static bool NamesTrial(EvidenceItem item, string trial) =>
        item.Paper.TrialIds.Contains(trial, StringComparer.Ordinal)
        || item.Population?.Contains(trial, StringComparison.OrdinalIgnoreCase) == true;

    private PopulationMatch Population(Question question, EvidenceItem item)
    {
        if (question.Subtypes.Count == 0)
            return PopulationMatch.Within;
        if (item.Subtype is null)
            return PopulationMatch.None;
        if (question.Subtypes.Any(s => _lexicon.IsWithin(item.Subtype, s)))
            return PopulationMatch.Within;
        var wider = item.Subtype.Name == "any" || question.Subtypes.Any(s => _lexicon.IsWithin(s, item.Subtype));
        return wider ? PopulationMatch.Wider : PopulationMatch.None;
    }

    private static bool SettingFits(Question question, EvidenceItem item)
    {
        if (question.Settings.Count == 0 || (question.Intent == Intent.Compare && question.Settings.Count > 1))
            return !question.PatientsOnly || item.IsClinical;
        return question.Settings.Contains(item.Setting)
            || (item.Setting == Setting.Any && item.Design is not (Design.CellLine or Design.Xenograft) && question.Settings.Any(s => s is not (Setting.InVitro or Setting.InVivo)));
    }

    private static bool RoleFits(Question question, EvidenceItem item) =>
        question.Intent switch
        {
            Intent.Negative => item.Effect == Effect.NoEffect,
            Intent.Change => IsAboutChange(item),
            _ => true,
        };

    private static bool IsAboutChange(EvidenceItem item) =>
        item.Relation == Relation.TreatmentChange
        || (item.IsClinical && item.State is FeatureState.Increased or FeatureState.Decreased)
        || (item.IsClinical && item.Timing is Timing.Paired or Timing.Relapse);

    /// <summary>What the same paper found in patients without the therapy tells whether the feature is predictive or prognostic.</summary>
    private void AddUntreatedArms(Question question, List<Found> main)
    {
        if (question.Therapies.Count == 0)
            return;
        var arms = main
            .Select(f => (f.Item.Paper, f.Item.Feature))
            .Distinct()
            .SelectMany(k => pack.Index.Of(k.Paper).Where(i => i.Feature == k.Feature && i.Therapies.Count == 0))
            .Where(i => Population(question, i) == PopulationMatch.Within && RoleFits(question, i));
        main.AddRange(arms.Distinct().Select(i => new Found(i, TherapyMatch.Direct, PopulationMatch.Within, LevelScope.Fits(question, i))).Where(f => f.IsLevelAsked).ToList());
    }

    /// <summary>Other features that the same papers tie to the same therapy: the targets and partners of a mechanism.</summary>
    private void AddPartners(Question question, List<Found> main)
    {
        var papers = main.Where(f => f.Item.Relation == Relation.Mechanism).Select(f => f.Item.Paper).ToHashSet();
        var known = main.Select(f => f.Item).ToHashSet();
        var partners = papers
            .OrderBy(p => p.Index)
            .SelectMany(p => pack.Index.Of(p).Where(i => i.Therapies.Any(t => question.Therapies.Any(a => _lexicon.IsWithin(t, a)))))
            .Where(i => i.Relation == Relation.Mechanism && known.Add(i));
        main.AddRange(partners.Select(i => new Found(i, TherapyMatch.Direct, PopulationMatch.Within, true)).ToList());
    }
}
