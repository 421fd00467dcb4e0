using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>Finds the evidence items that a question asks for, by exact closure over features, therapies, populations and settings.</summary>
internal sealed class EvidenceSearch(KnowledgePack pack)
{
    private readonly Lexicon _lexicon = pack.Lexicon;
    private readonly TherapyMatcher _therapies = new(pack);
    private readonly FindingTable _findings = FindingTable.Of(pack);

    public SearchResult Find(Question question)
    {
        var asked = FeatureScope.Of(question, _lexicon);
        var filter = new FindingFilter(question, _lexicon);
        var sorted = Sort(question, asked is null ? null : RowsOf(asked), filter);
        AddUntreatedArms(question, filter, sorted.Main);
        if (asked is not null && question.AsksMechanism)
            AddPartners(question, sorted.Main);
        return new SearchResult(
            sorted.Main,
            sorted.Unspecified,
            sorted.OtherLevels,
            sorted.AddedAgent,
            sorted.LeftOut.ByReason()
        );
    }

    /// <summary>Sorts some rows, all of the pack when they are null; many of them on all cores, each core a run of rows.</summary>
    private SortedFindings Sort(Question question, int[]? rows, FindingFilter filter)
    {
        var regimens = new RegimenScope(pack, _therapies, question);
        var count = rows?.Length ?? pack.Items.Count;
        if (count < FindingTable.WorthThreads)
            return Sort(question, rows, 0, count, filter, regimens);
        var parts = new SortedFindings[Environment.ProcessorCount];
        Parallel.For(
            0,
            parts.Length,
            i =>
                parts[i] = Sort(
                    question,
                    rows,
                    (int)((long)count * i / parts.Length),
                    (int)((long)count * (i + 1) / parts.Length),
                    filter,
                    regimens
                )
        );
        foreach (var part in parts.Skip(1))
            parts[0].Append(part);
        return parts[0];
    }

    /// <summary>Puts each item that bears on the question where it belongs, in pack order.</summary>
    private SortedFindings Sort(
        Question question,
        int[]? rows,
        int start,
        int end,
        FindingFilter filter,
        RegimenScope regimens
    )
    {
        var sorted = new SortedFindings();
        for (var i = start; i < end; i++)
        {
            var row = rows is null ? i : rows[i];
            var therapy = regimens.Of(row);
            if (therapy == TherapyMatch.None)
                continue;
            ref readonly var finding = ref _findings[row];
            var item = pack.Items[row];
            if (question.Trials.Count > 0 && !NamesAny(item, question.Trials))
                continue;
            var population = filter.Population(in finding);
            if (sorted.LeftOut.Has(population, filter.SettingFits(in finding)) || !filter.RoleFits(in finding))
                continue;
            therapy = regimens.Named(therapy, finding.Paper);
            sorted.Add(new Found(row, therapy, population, filter.LevelFits(in finding, item)));
        }
        return sorted;
    }

    /// <summary>Rows of some features in pack order.</summary>
    private int[] RowsOf(IReadOnlySet<Feature> features)
    {
        var rows = new List<int>();
        foreach (var feature in features)
            rows.AddRange(pack.Index.RowsOf(feature).Span);
        rows.Sort();
        return [.. rows];
    }

    private static bool NamesAny(EvidenceItem item, IReadOnlyList<string> trials) =>
        trials.Any(t => NamesTrial(item, t));

    private static bool NamesTrial(EvidenceItem item, string trial) =>
        item.Paper.TrialIds.Contains(trial, StringComparer.Ordinal)
        || item.Population?.Contains(trial, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What the same paper found in patients without the therapy tells whether the feature is predictive or prognostic.</summary>
    private void AddUntreatedArms(Question question, FindingFilter filter, PooledList<Found> main)
    {
        if (question.Therapies.Count == 0)
            return;
        var treated = main.Count;
        foreach (var row in pack.Index.UntreatedRows)
        {
            ref readonly var finding = ref _findings[row];
            if (filter.Population(in finding) != PopulationMatch.Within || !filter.RoleFits(in finding))
                continue;
            if (SharesPaper(in finding, main.Span[..treated]) && filter.LevelFits(in finding, pack.Items[row]))
                main.Add(Found.Exact(pack.Items[row]));
        }
    }

    /// <summary>Whether a paper's finding on the same feature was found.</summary>
    private bool SharesPaper(in Finding finding, ReadOnlySpan<Found> found)
    {
        foreach (var other in pack.Index.RowsOfPaper(finding.Paper))
        {
            if (_findings[other].Feature == finding.Feature && Contains(found, other))
                return true;
        }
        return false;
    }

    /// <summary>Whether a row is among findings in pack order.</summary>
    private static bool Contains(ReadOnlySpan<Found> found, int row)
    {
        var low = 0;
        var high = found.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (found[middle].Row < row)
                low = middle + 1;
            else
                high = middle;
        }
        return low < found.Length && found[low].Row == row;
    }

    /// <summary>Other features that the same papers tie to the same therapy: the targets and partners of a mechanism.</summary>
    private void AddPartners(Question question, PooledList<Found> main)
    {
        var papers = main.Where(f => _findings[f.Row].Relation == Relation.Mechanism)
            .Select(f => f.In(pack).Paper)
            .ToHashSet();
        var known = main.Select(f => f.Row).ToHashSet();
        var partners = papers
            .OrderBy(p => p.Index)
            .SelectMany(p =>
                pack.Index.Of(p).Where(i => i.Therapies.Any(t => question.Therapies.Any(a => _lexicon.IsWithin(t, a))))
            )
            .Where(i => i.Relation == Relation.Mechanism && known.Add(i.Index));
        foreach (var partner in partners.ToList())
            main.Add(Found.Exact(partner));
    }
}
