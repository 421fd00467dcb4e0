using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>What was wrong in a table or in a piece of it.</summary>
internal sealed class NumberTableFaults(int described)
{
    private readonly List<DataProblem> _described = [];

    public int RowsRejected { get; private set; }

    public int BlankLines { get; private set; }

    /// <summary>Whether the line was met that ends the table.</summary>
    public bool HasEnd { get; private set; }

    public void End()
    {
        HasEnd = true;
        BlankLines++;
    }

    public IReadOnlyList<DataProblem> Described => _described;

    public void Blank() => BlankLines++;

    public void Reject(DataProblem problem)
    {
        RowsRejected++;
        Describe(problem);
    }

    /// <summary>Names a problem that makes no row unusable.</summary>
    public void Describe(DataProblem problem)
    {
        if (_described.Count < described)
            _described.Add(problem);
    }

    /// <summary>Adds the faults of a piece whose lines are counted from its own first line.</summary>
    public void Add(NumberTableFaults piece, int linesBefore)
    {
        RowsRejected += piece.RowsRejected;
        BlankLines += piece.BlankLines;
        HasEnd |= piece.HasEnd;
        _described.AddRange(
            piece._described.Take(described - _described.Count).Select(p => p with { Line = p.Line + linesBefore })
        );
    }
}
