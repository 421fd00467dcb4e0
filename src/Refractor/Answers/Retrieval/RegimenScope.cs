using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>The regimens of a pack compared with the therapies of one question, each regimen once.</summary>
internal sealed class RegimenScope
{
    private readonly KnowledgePack _pack;
    private readonly Question _question;
    private readonly TherapyMatch[] _matches;
    private readonly bool[] _namesAgent;

    public RegimenScope(KnowledgePack pack, TherapyMatcher matcher, Question question)
    {
        _pack = pack;
        _question = question;
        _matches = [.. pack.Index.Regimens.Select(r => Match(matcher, r))];
        var named = question.Regimens.Count > 0 ? [] : question.Therapies;
        _namesAgent = [.. pack.Index.Regimens.Select(r => r.Any(t => named.Any(a => pack.Lexicon.IsWithin(t, a))))];
    }

    /// <summary>The match of an item by its regimen alone; direct when the question names no therapy, none when it excludes the regimen.</summary>
    public TherapyMatch Of(int row) => _matches[_pack.Index.RegimenOf[row]];

    /// <summary>Raises "unspecified" to "class" where the paper names the agent elsewhere.</summary>
    public TherapyMatch Named(TherapyMatch match, int paper) =>
        match == TherapyMatch.Unspecified && PaperNames(paper) ? TherapyMatch.ClassOf : match;

    private TherapyMatch Match(TherapyMatcher matcher, IReadOnlyList<Therapy> regimen)
    {
        var match = _question.Therapies.Count == 0 ? TherapyMatch.Direct : matcher.Match(regimen, _question);
        if (
            match == TherapyMatch.None
            && TakesMixed()
            && regimen.Count > 0
            && regimen.All(t => t.Kind == TherapyKind.Mixed)
        )
            match = TherapyMatch.ClassOf;
        var isExcluded =
            _question.Excluded.Count > 0 && matcher.Match(regimen, _question.Excluded) == TherapyMatch.Direct;
        return isExcluded ? TherapyMatch.None : match;
    }

    /// <summary>Mixed treatment counts where it is asked whether sources disagree on a feature under a whole modality.</summary>
    private bool TakesMixed() =>
        _question.Intent == Intent.Conflict
        && _question.Features.Count > 0
        && _question.Therapies.All(t => t.Kind == TherapyKind.Modality);

    /// <summary>A paper that says "chemotherapy" here and names the agent in another finding speaks of that agent.</summary>
    private bool PaperNames(int paper)
    {
        foreach (var row in _pack.Index.RowsOfPaper(paper))
        {
            if (_namesAgent[_pack.Index.RegimenOf[row]])
                return true;
        }
        return false;
    }
}
