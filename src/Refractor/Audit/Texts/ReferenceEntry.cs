using System.Globalization;

namespace Refractor.Audit.Texts;

/// <summary>Reads an entry of a reference list.</summary>
internal static class ReferenceEntry
{
    /// <summary>Reads an entry; its place in the list is its key when it has neither number nor author and year.</summary>
    public static ListedReference Read(string text, EntryPiece piece, int position, TextLines lines)
    {
        var facts = EntryFacts.Of(text, piece.Place);
        var (line, column) = lines.PlaceOf(piece.Place.Start);
        return new()
        {
            Key = piece.Key ?? NameOf(facts) ?? position.ToString(CultureInfo.InvariantCulture),
            Start = piece.Place.Start,
            Length = piece.Place.Length,
            Line = line,
            Column = column,
            Text = facts.Text,
            Doi = facts.Doi,
            Pmid = facts.Pmid,
            Title = facts.Title,
            FirstAuthor = facts.Author,
            Year = facts.Year is { } year ? int.Parse(year.AsSpan(0, 4), CultureInfo.InvariantCulture) : null,
        };
    }

    private static string? NameOf(EntryFacts facts) =>
        facts is { Author: { } author, Year: { } year } ? $"{author} {year}" : null;
}
