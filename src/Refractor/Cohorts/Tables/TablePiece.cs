namespace Refractor.Cohorts.Tables;

/// <summary>The rows that one chunk of a file held.</summary>
internal sealed record TablePiece(
    int Number,
    int Lines,
    List<string>[] Texts,
    float[] Values,
    int Rows,
    NumberTableFaults Faults
);
