namespace Refractor.Cohorts.Tables;

/// <summary>The rows that one chunk of a file held.</summary>
internal sealed record TablePiece(
    int Number,
    int Lines,
    List<string>[] Texts,
    float[] Values,
    int Rows,
    NumberTableFaults Faults
)
{
    /// <summary>The numbers of each row, of which there are as many as columns.</summary>
    public IEnumerable<Memory<float>> RowValues(int columns) =>
        Enumerable.Range(0, Rows).Select(row => Values.AsMemory(row * columns, columns));
}
