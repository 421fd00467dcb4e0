using Refractor.Vocabulary;

namespace Refractor.Checking;

/// <summary>The subject of a sentence, or of one member of a list, by words.</summary>
internal sealed class StatedClause
{
    private readonly string _subject;
    private readonly IReadOnlyList<Word> _words;
    private readonly string _joined;
    private readonly Dictionary<int, int> _wordAt = [];

    /// <summary>Reads a clause up to its verb.</summary>
    public StatedClause(string clause)
    {
        _subject = clause[..StatedVerbs.Places(clause).Where(at => at > 0).DefaultIfEmpty(clause.Length).Min()];
        _words = NameKey.Words(_subject);
        _joined = string.Concat(_words.Select(w => w.Key));
        var offset = 0;
        for (var i = 0; i < _words.Count; i++)
        {
            _wordAt[offset] = i;
            offset += _words[i].Key.Length;
        }
        _wordAt[offset] = _words.Count;
    }

    /// <summary>
    /// The words before the name, and after it up to the next parenthesis, which holds variant and context; null when the name is not
    /// there as whole words.
    /// </summary>
    public List<string>? WordsBeside(string key)
    {
        for (
            var at = _joined.IndexOf(key, StringComparison.Ordinal);
            at >= 0;
            at = _joined.IndexOf(key, at + 1, StringComparison.Ordinal)
        )
        {
            if (_wordAt.TryGetValue(at, out var first) && _wordAt.TryGetValue(at + key.Length, out var end))
                return Beside(first, end);
        }
        return null;
    }

    private List<string> Beside(int first, int end)
    {
        var context = _subject.IndexOf('(', _words[end - 1].End);
        var limit = context < 0 ? _subject.Length : context;
        var beside = new List<string>();
        for (var i = 0; i < _words.Count; i++)
        {
            if (i < first || (i >= end && _words[i].End <= limit))
                beside.Add(_words[i].Key);
        }
        return beside;
    }
}
