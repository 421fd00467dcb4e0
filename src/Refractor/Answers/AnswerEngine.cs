using Refractor.Answers.Planning;
using Refractor.Answers.Reading;
using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Checking;
using Refractor.Knowledge;

namespace Refractor.Answers;

/// <summary>Answers questions from a knowledge pack: parse, retrieve, plan, write, check. Thread-safe; the same question gives the same answer.</summary>
public sealed class AnswerEngine
{
    private readonly KnowledgePack _pack;
    private readonly QuestionReader _reader;
    private readonly AnswerChecker _checker;

    /// <summary>Prepares a pack for answering.</summary>
    public AnswerEngine(KnowledgePack pack)
    {
        _pack = pack;
        _reader = new QuestionReader(pack);
        _checker = new AnswerChecker(pack);
    }

    /// <summary>Answers a question, or says that the evidence is silent and what was searched.</summary>
    /// <param name="question">The question in English.</param>
    /// <param name="options">How long the answer may be; null for the default.</param>
    /// <exception cref="ArgumentException">The question is too long to be read.</exception>
    public Answer Ask(string question, AnswerOptions? options = null) =>
        Ask(_reader.Read(question), options ?? new AnswerOptions());

    private Answer Ask(Question question, AnswerOptions options)
    {
        if (Abstention.Before(question) is { } declined)
            return NotAnswered(question, declined);
        var plan = new AnswerPlanner(_pack, options).Plan(question);
        using var search = plan.Search;
        if (plan.Sections.Count == 0 || Abstention.HangsOnUnknown(question, _pack.Lexicon))
            return NotAnswered(question, Abstention.Silent(question, plan.Search, _pack));
        return Checked(question, plan);
    }

    private Answer NotAnswered(Question question, Searched searched) =>
        new()
        {
            IsAnswered = false,
            Reading = question,
            Searched = searched,
            Knowledge = KnowledgeStamp.Of(_pack),
        };

    private Answer Checked(Question question, AnswerPlan plan)
    {
        var faults = Faults([.. plan.Sections.SelectMany(s => s.Claims)]);
        var removed = faults.OfType<RemovedClaim>().ToList();
        var next = 0;
        var kept = plan
            .Sections.Select(s => s with { Claims = [.. s.Claims.Where(_ => faults[next++] is null)] })
            .Where(s => s.Claims.Count > 0)
            .ToList();
        if (kept.Count == 0)
            return NotAnswered(question, Abstention.Silent(question, plan.Search, _pack)) with { Removed = removed };
        var references = new ReferenceList();
        var sections = kept.Select(s => new AnswerSection(s.Title, [.. s.Claims.Select(c => Finished(c, references))]))
            .ToList();
        var items = kept.SelectMany(s => s.Claims).SelectMany(c => c.Items).Distinct().ToList();
        return new Answer
        {
            IsAnswered = true,
            Reading = question,
            Sections = sections,
            References = references.Of(items, _pack),
            Searched = Abstention.Answered(question, plan.Search, items, _pack),
            Removed = removed,
            Knowledge = KnowledgeStamp.Of(_pack),
        };
    }

    /// <summary>What is wrong with each claim; null where it holds.</summary>
    private RemovedClaim?[] Faults(IReadOnlyList<ClaimDraft> drafts)
    {
        var faults = new RemovedClaim?[drafts.Count];
        if (_pack.Items.Count < FindingTable.WorthThreads)
        {
            for (var i = 0; i < drafts.Count; i++)
                faults[i] = Fault(drafts[i]);
        }
        else
            Parallel.For(0, drafts.Count, i => faults[i] = Fault(drafts[i]));
        return faults;
    }

    /// <summary>The claim is checked as a reader would see it, with the citation numbers of its own papers.</summary>
    private RemovedClaim? Fault(ClaimDraft draft)
    {
        var claim = Finished(draft, new ReferenceList());
        return _checker.Check(claim.Text, claim.Evidence) is { } fault
            ? new RemovedClaim(claim.Text, claim.Evidence, fault)
            : null;
    }

    private static Claim Finished(ClaimDraft draft, ReferenceList references)
    {
        var text = CitationMark.Resolve(draft.Text, references.NumberOf);
        var items = draft.Items.Order(EvidenceOrder.Instance).ToList();
        return new Claim
        {
            Text = text,
            Evidence = [.. items.Select(i => i.Id)],
            Citations = [.. items.Select(i => references.NumberOf(i.Paper.Index)).Distinct().Order()],
            Grade = Grading.Letter(items.Max(Grading.Of)),
            State = Conflict.NameOf(draft.State),
            Effects = [.. items.Select(i => Terms.Effects.NameOf(i.Effect)).Distinct()],
            Features = [.. items.Select(i => i.Feature.Name).Distinct()],
            Therapies = [.. items.Select(i => string.Join('+', i.Therapies.Select(t => t.Name))).Distinct()],
        };
    }
}

/// <summary>Numbers papers in the order in which they are first cited.</summary>
internal sealed class ReferenceList
{
    private readonly Dictionary<int, int> _numbers = [];

    public int NumberOf(int paper)
    {
        if (!_numbers.TryGetValue(paper, out var number))
            _numbers.Add(paper, number = _numbers.Count + 1);
        return number;
    }

    public IReadOnlyList<Reference> Of(IReadOnlyList<EvidenceItem> items, KnowledgePack pack)
    {
        var weakest = items
            .GroupBy(i => i.Paper.Index)
            .ToDictionary(
                g => g.Key,
                g => g.Any(i => !i.IsConfirmed) ? Knowledge.Checked.Secondary : g.Min(i => i.Checked)
            );
        return
        [
            .. _numbers.OrderBy(n => n.Value).Select(n => new Reference(n.Value, pack.Papers[n.Key], weakest[n.Key])),
        ];
    }
}
