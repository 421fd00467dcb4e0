using Refractor.Audit.Understanding;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>The items of a pack made ready for comparison: found by feature, by paper, by rare word and by telling number.</summary>
internal sealed class EvidenceProfiles
{
    private const double RareWord = 3.6;
    private const int MostByWord = 60;

    private readonly ItemProfile[] _profiles;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<double, List<int>> _byNumber = [];
    private readonly Dictionary<string, double> _weights;
    private readonly double _heaviest;
    private readonly int[] _crossResistance;
    private readonly (Therapy Agent, int Row)[] _byAgent;

    public EvidenceProfiles(KnowledgePack pack)
    {
        Pack = pack;
        _profiles = [.. pack.Items.Select(i => new ItemProfile(i))];
        for (var row = 0; row < _profiles.Length; row++)
        {
            foreach (var word in _profiles[row].Words)
                Add(_byWord, word, row);
            foreach (var number in _profiles[row].Numbers.Where(n => n.IsDistinctive))
                Add(_byNumber, Math.Round(number.Value, 3), row);
        }
        _crossResistance = [.. pack.Items.Where(i => i.Relation == Relation.CrossResistance).Select(i => i.Index)];
        _byAgent =
        [
            .. from item in pack.Items
            where !item.IsClinical
            from agent in pack.Lexicon.Therapies
            where TargetedBy.Names(item, agent)
            select (agent, item.Index),
        ];
        _heaviest = Math.Log(_profiles.Length + 1.0);
        _weights = _byWord.ToDictionary(
            w => w.Key,
            w => Math.Log((_profiles.Length + 1.0) / w.Value.Count),
            StringComparer.Ordinal
        );
        foreach (var profile in _profiles)
            profile.WeighedFeature = Weigh(profile.FeatureWords);
    }

    public KnowledgePack Pack { get; }

    public ItemProfile this[int row] => _profiles[row];

    /// <summary>How much a word tells: the logarithm of one in how many items holds it; a word that none holds tells as much as one that one holds.</summary>
    public double Weight(string word) => _weights.TryGetValue(word, out var weight) ? weight : _heaviest;

    /// <summary>The words of a set with their weights.</summary>
    public WeighedWords Weigh(IReadOnlySet<string> words) =>
        new([.. words.Select(w => new KeyValuePair<string, double>(w, Weight(w)))]);

    /// <summary>The rows of the items that a statement may speak of.</summary>
    /// <param name="reading">The statement.</param>
    /// <param name="papers">Papers that it cites or that the statement before rested on.</param>
    public IEnumerable<int> Candidates(Reading reading, IEnumerable<Paper> papers)
    {
        var rows = new HashSet<int>();
        var lexicon = Pack.Lexicon;
        foreach (var feature in reading.Features.Concat(reading.Groups.SelectMany(lexicon.MembersOf)))
        {
            rows.UnionWith(Pack.Index.RowsOf(feature).ToArray());
            foreach (var combined in lexicon.CombinedWith(feature))
                rows.UnionWith(Pack.Index.RowsOf(combined).ToArray());
            foreach (var related in feature.Related.Concat(feature.Genes).Select(lexicon.FindFeature))
            {
                if (related is not null)
                    rows.UnionWith(Pack.Index.RowsOf(related).ToArray());
            }
        }
        if (reading.Therapies.Count > 0)
            rows.UnionWith(_byAgent.Where(a => reading.Therapies.Contains(a.Agent)).Select(a => a.Row));
        if (reading.Therapies.Count > 1)
            rows.UnionWith(_crossResistance);
        foreach (var paper in papers)
            rows.UnionWith(Pack.Index.RowsOfPaper(paper.Index).ToArray());
        foreach (var number in reading.Numbers.Where(n => n.IsDistinctive))
        {
            if (_byNumber.TryGetValue(Math.Round(number.Value, 3), out var holding))
                rows.UnionWith(holding);
        }
        foreach (var word in reading.Words)
        {
            if (_byWord.TryGetValue(word, out var holding) && holding.Count <= MostByWord && Weight(word) >= RareWord)
                rows.UnionWith(holding);
        }
        return rows.Order();
    }

    private static void Add<T>(Dictionary<T, List<int>> index, T key, int row)
        where T : notnull
    {
        if (!index.TryGetValue(key, out var rows))
            index.Add(key, rows = []);
        if (rows.Count == 0 || rows[^1] != row)
            rows.Add(row);
    }
}
