using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>How the therapy of a finding stands to the therapy asked for. Higher is closer.</summary>
internal enum TherapyMatch : byte
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
    public TherapyMatch Match(EvidenceItem item, IReadOnlyList<Therapy> asked) =>
        Named(Match(item.Therapies, asked), item, asked);

    /// <summary>The match of an item to one therapy.</summary>
    public TherapyMatch Match(EvidenceItem item, Therapy asked) => Match(item, [asked]);

    /// <summary>The match of a regimen to the therapies of a question; the agents of a regimen asked for by acronym count together.</summary>
    public TherapyMatch Match(IReadOnlyList<Therapy> regimen, Question question)
    {
        if (question.Regimens.Count == 0)
            return Match(regimen, question.Therapies);
        var agents = question.Regimens.SelectMany(r => r.Agents).ToHashSet(StringComparer.Ordinal);
        var best = Match(regimen, [.. question.Therapies.Where(t => !agents.Contains(t.Name))]);
        foreach (var asked in question.Regimens)
        {
            var match = Match(regimen, asked);
            best = match > best ? match : best;
        }
        return best;
    }

    /// <summary>Raises "unspecified" to "class" where the paper names the agent elsewhere.</summary>
    private TherapyMatch Named(TherapyMatch match, EvidenceItem item, IReadOnlyList<Therapy> asked) =>
        match == TherapyMatch.Unspecified && asked.Any(a => PaperNames(item, a)) ? TherapyMatch.ClassOf : match;

    /// <summary>The closest match of a regimen to any of the therapies.</summary>
    public TherapyMatch Match(IReadOnlyList<Therapy> regimen, IReadOnlyList<Therapy> asked)
    {
        var best = TherapyMatch.None;
        foreach (var therapy in asked)
        {
            var match = Regimen(regimen, therapy);
            best = match > best ? match : best;
        }
        return best;
    }

    /// <summary>A regimen is matched when each of its agents is, by itself or by its class.</summary>
    private TherapyMatch Match(IReadOnlyList<Therapy> regimen, Regimen asked)
    {
        var best = TherapyMatch.Direct;
        foreach (var agent in asked.Agents.Select(_lexicon.FindTherapy).OfType<Therapy>())
        {
            var match = Regimen(regimen, agent);
            best = match < best ? match : best;
        }
        return best;
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
        !asked.IsAddOn
        && !asked.Leads
        && asked.Kind != TherapyKind.Mixed
        && regimen.Any(t => t.IsAddOn && !_lexicon.IsWithin(t, asked));

    /// <summary>A paper that says "chemotherapy" here and names the agent in another finding speaks of that agent.</summary>
    private bool PaperNames(EvidenceItem item, Therapy asked)
    {
        foreach (var other in pack.Index.Of(item.Paper))
        {
            foreach (var therapy in other.Therapies)
            {
                if (_lexicon.IsWithin(therapy, asked))
                    return true;
            }
        }
        return false;
    }
}
