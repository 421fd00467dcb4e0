using Refractor.Knowledge.Comparing;

namespace Refractor.Knowledge;

/// <summary>The fields of an item or a paper as text, in the order and under the names of the evidence schema.</summary>
public static class EntryFields
{
    /// <summary>Fields of an item that hold a value.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(EvidenceItem item) => Filled(FieldTable.OfItem, item);

    /// <summary>Fields of a paper that hold a value.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(Paper paper) => Filled(FieldTable.OfPaper, paper);

    private static List<(string, string)> Filled<T>(IReadOnlyList<Field<T>> fields, T entry)
    {
        var filled = new List<(string, string)>();
        foreach (var field in fields)
        {
            if (field.Value(entry) is { Length: > 0 } value)
                filled.Add((field.Name, value));
        }
        return filled;
    }
}
