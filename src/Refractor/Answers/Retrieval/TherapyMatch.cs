using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>How the therapy of a finding stands to the therapy asked for. Higher is closer.</summary>
internal enum TherapyMatch
{
    /// <summary>Another therapy.</summary>
    None,

    /// <summary>The therapy asked for is the backbone; the finding is about an agent added to it.</summary>
    BackboneOnly,

    /// <summary>A whole modality whose agents are not named ("chemotherapy" when docetaxel is asked for).</summary>
    Unspecified,

    /// <summary>The class of the agent ("anthracycline" when doxorubicin is asked for).</summary>
    ClassOf,

    /// <summary>The therapy itself or one below it.</summary>
    Direct,
}

/// <summary>Compares therapies by closure: downwards the evidence counts, upwards it is shown as what it is.</summary>
internal sealed class TherapyMatcher(KnowledgePack pack)
{
    private readonly Lexicon _lexicon = pack.Lexicon;

    /// <summary>The closest match of an item to any of the therapies.</summary>
    public TherapyMatch Match(EvidenceItem item, IReadOnlyList<Therapy> asked)
    {
        var best = TherapyMatch.None;
        foreach (var therapy in asked)
        {
            var match = Match(item, therapy);
            best = match > best ? match : best;
        }
        return best;
    }

    /// <summary>The closest match to the therapies of a question; the agents of a regimen count together.</summary>
    public TherapyMatch Match(EvidenceItem item, Question question)
    {
        if (question.Regimens.Count == 0)
            return Match(item, question.Therapies);
        var agents = question.Regimens.SelectMany(r => r.Agents).ToHashSet(StringComparer.Ordinal);
        var best = Match(item, [.. question.Therapies.Where(t => !agents.Contains(t.Name))]);
        foreach (var regimen in question.Regimens)
        {
            var match = Match(item, regimen);
            best = match > best ? match : best;
        }
        return best;
    }

    /// <summary>A regimen is matched when each of its agents is, by itself or by its class.</summary>
    private TherapyMatch Match(EvidenceItem item, Regimen regimen)
    {
        var best = TherapyMatch.Direct;
        foreach (var agent in regimen.Agents.Select(_lexicon.FindTherapy).OfType<Therapy>())
        {
            var match = Regimen(item.Therapies, agent);
            best = match < best ? match : best;
        }
        return best;
    }

    /// <summary>The match of an item to one therapy.</summary>
    public TherapyMatch Match(EvidenceItem item, Therapy asked)
    {
        var best = Regimen(item.Therapies, asked);
        return best == TherapyMatch.Unspecified && PaperNames(item, asked) ? TherapyMatch.ClassOf : best;
    }

    private TherapyMatch Regimen(IReadOnlyList<Therapy> regimen, Therapy asked)
    {
        var best = TherapyMatch.None;
        foreach (var therapy in regimen)
        {
            var match = One(therapy, asked);
            best = match > best ? match : best;
        }
        if (best != TherapyMatch.None && IsBackbone(regimen, asked))
            return TherapyMatch.BackboneOnly;
        return best;
    }

    private TherapyMatch One(Therapy therapy, Therapy asked) =>
        _lexicon.IsWithin(therapy, asked) ? TherapyMatch.Direct
        : !_lexicon.IsWithin(asked, therapy) ? TherapyMatch.None
        : therapy.Kind == TherapyKind.Class ? TherapyMatch.ClassOf
        : TherapyMatch.Unspecified;

    private bool IsBackbone(IReadOnlyList<Therapy> regimen, Therapy asked) =>
        !asked.IsAddOn && !asked.Leads && asked.Kind != TherapyKind.Mixed && regimen.Any(t => t.IsAddOn && !_lexicon.IsWithin(t, asked));

    /// <summary>A paper that says "chemotherapy" here and names the agent in another finding speaks of that agent.</summary>
    private bool PaperNames(EvidenceItem item, Therapy asked) =>
        pack.Index.Of(item.Paper).Any(o => o.Therapies.Any(t => _lexicon.IsWithin(t, asked)));
}
