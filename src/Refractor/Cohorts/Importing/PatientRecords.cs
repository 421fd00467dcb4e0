using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>The rows of several files in which a patient may have several, without those that the mapping leaves out.</summary>
/// <param name="name">Name of the records in the mapping.</param>
/// <param name="rule">What the mapping says of them.</param>
internal sealed class PatientRecords(string name, RecordTable rule)
{
    private readonly List<(TextTable Table, IReadOnlyList<(int Patient, int Row)> Rows)> _files = [];

    public string Name => name;

    public RecordTable Rule => rule;

    /// <summary>Names of all columns, each once.</summary>
    public IEnumerable<string> Columns =>
        _files.SelectMany(f => f.Table.Columns).Distinct(StringComparer.OrdinalIgnoreCase);

    public void Add(TextTable table, IReadOnlyList<(int Patient, int Row)> rows) => _files.Add((table, rows));

    /// <summary>Whether a file has a column.</summary>
    public bool Has(string column) => _files.Exists(f => f.Table.IndexOf(column) >= 0);

    /// <summary>The values of some columns for every row, file by file; null where a value is missing or the file has no such column.</summary>
    public IEnumerable<(int Patient, string?[] Values)> Select(params string?[] columns)
    {
        foreach (var (table, rows) in _files)
        {
            var at = Array.ConvertAll(columns, c => c is null ? -1 : table.IndexOf(c));
            foreach (var (patient, row) in rows)
                yield return (patient, Array.ConvertAll(at, c => c < 0 ? null : table.Rows[row][c]));
        }
    }
}
