namespace Refractor.Cohorts.Symbols;

/// <summary>
/// The approved symbols of genes with their previous symbols, aliases and identifiers, as HGNC publishes them. An approved symbol is never
/// read as a name of another gene; a previous symbol or alias of several genes is ambiguous and is not resolved.
/// </summary>
public sealed class SymbolTable
{
    private readonly Dictionary<string, string> _approved = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _previous = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _identifiers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _withdrawn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<ILookup<(int Exponent, string Digits), string>> _exponents;

    internal SymbolTable(IEnumerable<SymbolEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.IsWithdrawn)
            {
                _withdrawn.Add(entry.Symbol);
                continue;
            }
            _approved.TryAdd(entry.Symbol, entry.Symbol);
            Add(_previous, entry.Previous, entry.Symbol);
            Add(_aliases, entry.Aliases, entry.Symbol);
            Add(_identifiers, entry.Identifiers, entry.Symbol);
        }
        _exponents = new(() =>
            _approved
                .Keys.Concat(_previous.Keys)
                .Concat(_aliases.Keys)
                .Select(n => (Name: n, Key: MangledName.ExponentOf(n)))
                .Where(x => x.Key is not null)
                .ToLookup(x => x.Key!.Value, x => x.Name)
        );
    }

    /// <summary>Number of approved symbols.</summary>
    public int Approved => _approved.Count;

    /// <summary>Looks a name up. Letter case does not count; the version of an Ensembl identifier neither.</summary>
    public SymbolMatch Find(string name)
    {
        if (_approved.TryGetValue(name, out var symbol))
            return new SymbolMatch(SymbolKind.Approved, [symbol]);
        if (Genes(name) is { Count: > 0 } genes)
            return new SymbolMatch(
                genes.Count > 1 ? SymbolKind.Ambiguous
                    : _previous.ContainsKey(name) ? SymbolKind.Previous
                    : SymbolKind.Alias,
                genes
            );
        if (name.StartsWith("ENS", StringComparison.OrdinalIgnoreCase))
            return FindIdentifier(name);
        if (MangledName.IsMangled(name))
            return Restore(name);
        return new SymbolMatch(_withdrawn.Contains(name) ? SymbolKind.Withdrawn : SymbolKind.Unknown, []);
    }

    /// <summary>Looks an identifier of Ensembl or of NCBI Gene up.</summary>
    public SymbolMatch FindIdentifier(string identifier)
    {
        var plain = identifier.Split('.')[0];
        return _identifiers.TryGetValue(plain, out var genes)
            ? new SymbolMatch(genes.Count == 1 ? SymbolKind.Identifier : SymbolKind.Ambiguous, genes)
            : new SymbolMatch(SymbolKind.Unknown, []);
    }

    /// <summary>The gene of a date or number that a spreadsheet made of a symbol, if only one is possible.</summary>
    private SymbolMatch Restore(string name)
    {
        var names = MangledName.ExponentShown(name) is { } shown
            ? _exponents
                .Value.Where(e => e.Key.Exponent == shown.Exponent && Rounds(e.Key.Digits, shown.Digits))
                .SelectMany(e => e)
            : MangledName.Symbols(name);
        var genes = names
            .SelectMany(n => _approved.TryGetValue(n, out var symbol) ? [symbol] : Genes(n))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new SymbolMatch(genes.Count == 1 ? SymbolKind.Restored : SymbolKind.Mangled, genes);
    }

    /// <summary>Whether digits are those shown, as far as these go; a spreadsheet rounds the last one.</summary>
    private static bool Rounds(string digits, string shown)
    {
        var places = shown.Length;
        var padded = digits.PadRight(places + 1, '0');
        var rounded = (long.Parse(padded[..(places + 1)], System.Globalization.CultureInfo.InvariantCulture) + 5) / 10;
        return rounded == long.Parse(shown, System.Globalization.CultureInfo.InvariantCulture);
    }

    private List<string> Genes(string name)
    {
        var genes = _previous.GetValueOrDefault(name, []);
        return _aliases.TryGetValue(name, out var others) ? [.. genes.Union(others, StringComparer.Ordinal)] : genes;
    }

    private static void Add(Dictionary<string, List<string>> names, IEnumerable<string> added, string symbol)
    {
        foreach (var name in added)
        {
            if (!names.TryGetValue(name, out var genes))
                names.Add(name, genes = []);
            if (!genes.Contains(symbol))
                genes.Add(symbol);
        }
    }
}

/// <summary>One gene as a table of symbols holds it.</summary>
internal sealed record SymbolEntry(string Symbol)
{
    public bool IsWithdrawn { get; init; }

    public IReadOnlyList<string> Previous { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Identifiers { get; init; } = [];
}
