namespace Refractor.Audit.Judging;

/// <summary>Words with how much each tells.</summary>
/// <param name="Words">The words and their weights.</param>
internal sealed record WeighedWords(IReadOnlyList<KeyValuePair<string, double>> Words)
{
    private readonly double _all = Words.Sum(w => w.Value);

    /// <summary>The weight of those that a set holds, as a share of all.</summary>
    public double SharedWith(IReadOnlySet<string> holding)
    {
        var shared = 0.0;
        for (var i = 0; i < Words.Count; i++)
        {
            if (holding.Contains(Words[i].Key))
                shared += Words[i].Value;
        }
        return _all > 0 ? shared / _all : 0;
    }
}
