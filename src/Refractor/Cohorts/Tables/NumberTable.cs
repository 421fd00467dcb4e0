using Refractor.Knowledge;
using Refractor.Statistics;

namespace Refractor.Cohorts.Tables;

/// <summary>A table of numbers with names for its rows and columns, as read from a file: usually features × samples.</summary>
public sealed class NumberTable
{
    internal NumberTable(
        IReadOnlyList<string> columns,
        IReadOnlyList<string> textNames,
        IReadOnlyList<IReadOnlyList<string>> texts,
        IReadOnlyList<Memory<float>> values,
        NumberTableFaults faults
    )
    {
        (Columns, TextNames, Texts, Values) = (columns, textNames, texts, values);
        (RowsRejected, BlankLines, Problems) = (faults.RowsRejected, faults.BlankLines, faults.Described);
    }

    /// <summary>Names of the c columns of numbers.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Names of the text columns; the first is empty where a header lacks a name for the rows.</summary>
    public IReadOnlyList<string> TextNames { get; }

    /// <summary>Names of the r rows: the first text column.</summary>
    public IReadOnlyList<string> Rows => Texts[0];

    /// <summary>All text columns, each with r texts; the first holds the names of the rows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Texts { get; }

    /// <summary>The c numbers of a row in single precision; a missing one is NaN.</summary>
    public ReadOnlySpan<float> Row(int row) => Values[row].Span;

    /// <summary>Rows of the file that were left out, each with a problem: rows read = loaded + rejected.</summary>
    public int RowsRejected { get; }

    /// <summary>Lines without any text; they are no rows.</summary>
    public int BlankLines { get; }

    /// <summary>The first problems in the order of the file.</summary>
    public IReadOnlyList<DataProblem> Problems { get; }

    /// <summary>The numbers as a matrix of rows × columns; they are not copied.</summary>
    public FeatureMatrix ToMatrix() =>
        FeatureMatrix.OfFeatures(Columns.Count, [.. Values.Select(row => (ReadOnlyMemory<float>)row)]);

    /// <summary>r rows of c numbers, in the pieces in which they were read.</summary>
    internal IReadOnlyList<Memory<float>> Values { get; }
}
