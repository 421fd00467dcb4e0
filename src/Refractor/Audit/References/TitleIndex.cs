using System.Collections.Frozen;
using Refractor.Knowledge;

namespace Refractor.Audit.References;

/// <summary>Finds papers by their titles. A word counts the more, the fewer titles have it.</summary>
internal sealed class TitleIndex
{
    /// <summary>Letters from which on a title stands for itself, without author or year.</summary>
    private const int TellingTitle = 25;

    private const int Compared = 8;
    private readonly IReadOnlyList<Paper> _papers;
    private readonly string[] _keys;
    private readonly double[] _weights;
    private readonly double _unseen;
    private readonly FrozenDictionary<string, int[]> _byKey;
    private readonly FrozenDictionary<string, int[]> _byWord;

    public TitleIndex(IReadOnlyList<Paper> papers)
    {
        _papers = papers;
        _keys = [.. papers.Select(p => ReferenceWords.Key(p.Title ?? ""))];
        var words = papers.Select(p => ReferenceWords.Of(p.Title ?? "").Distinct().ToList()).ToList();
        _byKey = Group(_keys.Select((k, i) => (k, i)).Where(k => k.k.Length > 0));
        _byWord = Group(words.SelectMany((w, i) => w.Select(word => (word, i))));
        _unseen = Math.Log(1 + papers.Count);
        _weights = [.. words.Select(w => w.Sum(Weight))];
    }

    /// <summary>The paper with that title, apart from misprints and a missing end; null when none or several have it.</summary>
    /// <param name="title">Title as written.</param>
    /// <param name="fits">Whether nothing else in the entry speaks against the paper.</param>
    public Paper? Find(string title, Func<Paper, bool> fits)
    {
        var key = ReferenceWords.Key(title);
        if (_byKey.TryGetValue(key, out var exact))
            return
                exact.Select(i => _papers[i]).OrderByDescending(fits).First() is var paper
                && (key.Length >= TellingTitle || fits(paper))
                ? paper
                : null;
        var alike = Candidates(title)
            .Where(c => TitleLikeness.IsSame(key, _keys[c.Paper]) && fits(_papers[c.Paper]))
            .Select(c => (c.Paper, Likeness: TitleLikeness.Of(key, _keys[c.Paper])))
            .OrderByDescending(c => c.Likeness)
            .ThenBy(c => c.Paper)
            .ToList();
        var isOne =
            alike.Count == 1
            || (
                alike.Count > 1 && alike[0].Likeness > alike[1].Likeness && alike[0].Likeness >= TitleLikeness.Misprints
            );
        return isOne ? _papers[alike[0].Paper] : null;
    }

    /// <summary>The paper whose whole title stands in a text, the longest title first; null when there is none.</summary>
    public Paper? FindIn(string text)
    {
        var key = ReferenceWords.Key(text);
        var found = Candidates(text)
            .Where(c => _keys[c.Paper].Length >= TellingTitle && key.Contains(_keys[c.Paper], StringComparison.Ordinal))
            .OrderByDescending(c => _keys[c.Paper].Length)
            .ThenBy(c => c.Paper)
            .FirstOrDefault((-1, 0));
        return found.Item1 < 0 ? null : _papers[found.Item1];
    }

    private IEnumerable<(int Paper, double Score)> Candidates(string text)
    {
        var scores = new Dictionary<int, double>();
        foreach (var word in ReferenceWords.Of(text).Distinct())
        {
            if (!_byWord.TryGetValue(word, out var papers))
                continue;
            foreach (var paper in papers)
                scores[paper] = scores.GetValueOrDefault(paper) + Weight(word);
        }
        return scores
            .Select(s => (s.Key, s.Value / _weights[s.Key]))
            .OrderByDescending(s => s.Item2)
            .ThenBy(s => s.Key)
            .Take(Compared);
    }

    private double Weight(string word) =>
        _byWord.TryGetValue(word, out var papers) ? Math.Log(1 + (double)_papers.Count / papers.Length) : _unseen;

    private static FrozenDictionary<string, int[]> Group(IEnumerable<(string Key, int Paper)> entries) =>
        entries.GroupBy(e => e.Key, e => e.Paper).ToFrozenDictionary(g => g.Key, g => g.ToArray());
}
