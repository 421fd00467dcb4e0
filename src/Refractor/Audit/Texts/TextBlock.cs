namespace Refractor.Audit.Texts;

/// <summary>What a block of a text is.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,
    Item,
    TableHead,
    TableRow,
    Code,
}

/// <summary>A paragraph, heading, list entry, table row or stretch of code, without its markers.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Level of a heading from 1; else columns of indentation.</param>
internal sealed record TextBlock(BlockKind Kind, int Level)
{
    /// <summary>Its lines, without markers and indentation, in text order.</summary>
    public List<TextSpan> Lines { get; } = [];
}
