using Refractor.Vocabulary;

namespace Refractor.Checking;

/// <summary>The words of a piece of text in compared form, to look names up in whatever spelling they stand there.</summary>
internal sealed class StatedWords
{
    private readonly string _keys;
    private readonly string _joined;

    /// <summary>Reads the words of a text.</summary>
    public StatedWords(string text)
    {
        _keys = "|" + string.Join('|', NameKey.Words(text).Select(w => w.Key)) + "|";
        _joined = _keys.Replace("|", "", StringComparison.Ordinal);
    }

    /// <summary>Whether a name, given in its compared form, stands there.</summary>
    public bool Names(string key)
    {
        if (key.Length == 0)
            return false;
        return key.Length > 4 ? _joined.Contains(key, StringComparison.Ordinal) : WordBoundary(key);
    }

    /// <summary>Whether a word in compared form stands there.</summary>
    public bool HasWord(string key) => _keys.Contains($"|{key}|", StringComparison.Ordinal);

    /// <summary>Short names must begin at a word: "AR" is not in "carboplatin".</summary>
    private bool WordBoundary(string key)
    {
        for (var at = _keys.IndexOf('|'); at >= 0 && at + 1 < _keys.Length; at = _keys.IndexOf('|', at + 1))
        {
            if (MatchesAt(key, at + 1))
                return true;
        }
        return false;
    }

    private bool MatchesAt(string key, int start)
    {
        var matched = 0;
        for (var i = start; i < _keys.Length && matched < key.Length; i++)
        {
            if (_keys[i] == '|')
                continue;
            if (_keys[i] != key[matched])
                return false;
            matched++;
            if (matched == key.Length)
                return i + 1 >= _keys.Length
                    || _keys[i + 1] == '|'
                    || char.IsDigit(_keys[i + 1]) != char.IsDigit(_keys[i]);
        }
        return false;
    }
}
