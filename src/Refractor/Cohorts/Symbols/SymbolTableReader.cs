using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Symbols;

/// <summary>
/// Reads tables of symbols: the complete set of HGNC (<c>hgnc_complete_set.txt</c>), a custom download of HGNC, or a table of two columns
/// with any symbol and the approved one.
/// </summary>
public static class SymbolTableReader
{
    private static readonly string[] Symbol = ["symbol", "Approved symbol"];
    private static readonly string[] Previous = ["prev_symbol", "Previous symbols", "Previous symbol"];
    private static readonly string[] Aliases = ["alias_symbol", "Alias symbols", "Alias symbol"];
    private static readonly string[] Status = ["status"];
    private static readonly string[] Approved = ["Approved.Symbol", "approved_symbol"];
    private static readonly string[] Identifiers =
    [
        "entrez_id",
        "NCBI Gene ID",
        "NCBI Gene ID(supplied by NCBI)",
        "ensembl_gene_id",
        "Ensembl gene ID",
        "Ensembl ID(supplied by Ensembl)",
    ];

    /// <summary>Reads a file, plain or gzip.</summary>
    /// <exception cref="DataFileException">It is no table of symbols.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SymbolTable Read(string path) =>
        Of(TextTableReader.Read(path, new TextTableOptions { MissingWords = [] }));

    private static SymbolTable Of(TextTable table)
    {
        var symbol = Column(table, Symbol);
        if (symbol >= 0 && Column(table, Approved) is >= 0 and var approved)
            return new SymbolTable(Pairs(table, symbol, approved));
        var (previous, aliases) = (Column(table, Previous), Column(table, Aliases));
        if (symbol < 0 || previous < 0 || aliases < 0)
            throw new DataFileException([
                new DataProblem(
                    Severity.Error,
                    "symbols",
                    table.File,
                    1,
                    $"the columns {string.Join(", ", table.Columns.Take(8))}",
                    "a table of HGNC with the columns symbol, prev_symbol and alias_symbol (hgnc_complete_set.txt)"
                ),
            ]);
        var status = Column(table, Status);
        int[] identifiers = [.. Identifiers.Select(table.IndexOf).Where(c => c >= 0)];
        return new SymbolTable(
            table
                .Rows.Where(r => r[symbol] is not null)
                .Select(r => new SymbolEntry(r[symbol]!.Replace("~withdrawn", "", StringComparison.Ordinal))
                {
                    IsWithdrawn = IsWithdrawn(r[symbol]!, status < 0 ? null : r[status]),
                    Previous = Several(r[previous]),
                    Aliases = Several(r[aliases]),
                    Identifiers = [.. identifiers.SelectMany(c => Several(r[c]))],
                })
        );
    }

    private static IEnumerable<SymbolEntry> Pairs(TextTable table, int symbol, int approved) =>
        table
            .Rows.Where(r => r[symbol] is not null && r[approved] is not null)
            .GroupBy(r => r[approved]!, StringComparer.Ordinal)
            .Select(g => new SymbolEntry(g.Key) { Aliases = [.. g.Select(r => r[symbol]!).Where(s => s != g.Key)] });

    private static bool IsWithdrawn(string symbol, string? status) =>
        symbol.EndsWith("~withdrawn", StringComparison.Ordinal)
        || status?.Contains("withdrawn", StringComparison.OrdinalIgnoreCase) == true;

    private static string[] Several(string? cell) =>
        cell?.Split(['|', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static int Column(TextTable table, string[] names) =>
        names.Select(table.IndexOf).FirstOrDefault(c => c >= 0, -1);
}
