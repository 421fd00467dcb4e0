using Refractor.Cohorts.Symbols;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Turns the names of a file into current symbols of genes. Names that a spreadsheet mangled and names of several genes are held; without a
/// table of symbols all others stay as they are.
/// </summary>
/// <param name="symbols">Symbols of genes; null if the user gave none.</param>
/// <param name="renamed">Name → symbol, as the mapping says; it comes first.</param>
/// <param name="log">Receives what was changed and held.</param>
internal sealed class GeneNames(SymbolTable? symbols, IReadOnlyDictionary<string, string> renamed, ImportLog log)
{
    private static readonly Level[] OfGenes =
    [
        Level.DnaVariant,
        Level.CopyNumber,
        Level.RnaExpression,
        Level.ProteinExpression,
        Level.Methylation,
    ];

    /// <summary>The current name of every feature; null for those that are held.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="level">Where it was measured: scores and cells have no symbols.</param>
    /// <param name="names">Names as the file has them.</param>
    /// <param name="entrez">Identifiers of NCBI Gene beside the names; null if the file has none.</param>
    public string?[] Current(string file, Level level, IReadOnlyList<string> names, IReadOnlyList<string>? entrez)
    {
        var areIdentifiers = names.Count(n => n.Length > 0 && n.All(char.IsAsciiDigit)) > names.Count / 2;
        if (!OfGenes.Contains(level) || (symbols is null && areIdentifiers))
            return [.. names.Select(n => (string?)FeatureNames.Clean(n))];
        var matches = names.Select((n, i) => Match(n.Trim(), entrez?[i], areIdentifiers)).ToArray();
        Report(file, names, matches);
        return
        [
            .. matches.Select(
                (m, i) =>
                    m.Kind is SymbolKind.Ambiguous or SymbolKind.Mangled
                        ? null
                        : m.Symbol ?? FeatureNames.Clean(names[i])
            ),
        ];
    }

    /// <summary>The current symbols of a list of genes, such as a panel; one that leads to several genes stays as it is.</summary>
    public IReadOnlyList<string> Current(IReadOnlyList<string> genes) =>
        [.. genes.Select(g => Match(g, null, false).Symbol ?? g)];

    private SymbolMatch Match(string name, string? entrez, bool isIdentifier)
    {
        if (renamed.TryGetValue(name, out var chosen))
            return new SymbolMatch(SymbolKind.Alias, [chosen]);
        var match =
            symbols is null ? new SymbolMatch(MangledName.IsMangled(name) ? SymbolKind.Mangled : SymbolKind.Unknown, [])
            : isIdentifier ? symbols.FindIdentifier(name)
            : symbols.Find(name);
        var isClear = match.Symbol is not null && match.Kind != SymbolKind.Restored;
        return !isClear && entrez is not null && symbols?.FindIdentifier(entrez) is { Symbol: not null } known
            ? known
            : match;
    }

    private void Report(string file, IReadOnlyList<string> names, SymbolMatch[] matches)
    {
        var found = names
            .Zip(matches, (n, m) => (Name: n, Match: m))
            .Where(x => x.Name.Length > 0)
            .DistinctBy(x => x.Name, StringComparer.Ordinal)
            .ToList();
        Hold(
            SymbolKind.Mangled,
            "names that a spreadsheet turned into dates or numbers; the gene cannot be told from them",
            Possible
        );
        Hold(SymbolKind.Ambiguous, "names of several genes; 'renamed' in the mapping can choose", Possible);
        Hold(
            SymbolKind.Restored,
            "names that a spreadsheet had turned into dates or numbers, restored: one gene alone is possible",
            Arrow
        );
        Hold(SymbolKind.Previous, "previous symbols, replaced by the current one", Arrow);
        Hold(SymbolKind.Alias, "aliases, replaced by the symbol", Arrow);
        Hold(SymbolKind.Withdrawn, "symbols that were withdrawn; they stay as they are", x => x.Name);
        if (symbols is not null)
            log.Count(new SymbolCount(file, found.CountBy(x => x.Match.Kind).ToDictionary(c => c.Key, c => c.Value)));
        return;

        static string Arrow((string Name, SymbolMatch Match) x) => $"{x.Name} → {x.Match.Symbol}";
        static string Possible((string Name, SymbolMatch Match) x) =>
            x.Match.Genes.Count == 0 ? x.Name : $"{x.Name} ({string.Join(" or ", x.Match.Genes)})";
        void Hold(SymbolKind kind, string reason, Func<(string Name, SymbolMatch Match), string> text) =>
            log.Hold(file, reason, [.. found.Where(x => x.Match.Kind == kind).Select(text)]);
    }
}
