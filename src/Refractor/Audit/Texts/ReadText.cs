namespace Refractor.Audit.Texts;

/// <summary>A text taken apart into statements and references. Every character of the original that carries words lies in one of them.</summary>
/// <param name="Path">Path of the file, or "-" for standard input.</param>
/// <param name="Original">The text as it was given.</param>
/// <param name="Statements">Statements and headings in text order.</param>
/// <param name="References">The reference list in its order; empty when the text has none.</param>
public sealed record ReadText(
    string Path,
    string Original,
    IReadOnlyList<TextStatement> Statements,
    IReadOnlyList<ListedReference> References
);

/// <summary>A sentence, or a part of a sentence that is judged by itself because it has a citation or a clause of its own.</summary>
public sealed record TextStatement
{
    /// <summary>Place in the original text, from 0, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>Length in the original text, in UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>Line of the start, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Column of the start, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The original characters from <see cref="Start"/>, with markup.</summary>
    public required string Text { get; init; }

    /// <summary>The words without markup, citation marks and line breaks, and with split words joined.</summary>
    public required string Plain { get; init; }

    /// <summary>Whether it is a title, a heading or a bold lead without a sentence of its own.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Headings and bold leads above it, outermost first, as plain words.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Number of the paragraph or list entry, from 0: a subject named once holds on within it.</summary>
    public int Paragraph { get; init; }

    /// <summary>Number of the sentence, from 0: parts of one sentence share it.</summary>
    public int Sentence { get; init; }

    /// <summary>The citations that stand for it, also when one mark at the end of a sentence stands for all its parts.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>A citation in the running text.</summary>
/// <param name="Mark">What stands in the text, as users write it: "3", "Burger et al., 2003", "10.1000/xyz".</param>
/// <param name="Start">Place of the mark in the original text, from 0.</param>
/// <param name="Length">Length of the mark.</param>
/// <param name="Reference">The entry of the reference list that it names; null when there is none.</param>
/// <param name="Doi">DOI when the mark itself is one; else null.</param>
public sealed record Citation(string Mark, int Start, int Length, ListedReference? Reference, string? Doi)
{
    /// <summary>PubMed identifier when the mark itself is one; else null.</summary>
    public string? Pmid { get; init; }
}

/// <summary>An entry of a reference list.</summary>
public sealed record ListedReference
{
    /// <summary>Its number, or "Bidard 2022b" in a list without numbers.</summary>
    public required string Key { get; init; }

    /// <summary>Place in the original text, from 0, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>Length in the original text.</summary>
    public required int Length { get; init; }

    /// <summary>Line of the start, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Column of the start, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The entry as plain words.</summary>
    public required string Text { get; init; }

    /// <summary>DOI as written, without a resolver in front and without closing punctuation; null when there is none.</summary>
    public string? Doi { get; init; }

    /// <summary>PubMed identifier as written; null when there is none.</summary>
    public string? Pmid { get; init; }

    /// <summary>Title, as far as it can be told from the entry; null otherwise.</summary>
    public string? Title { get; init; }

    /// <summary>Family name of the first author; null when it cannot be told.</summary>
    public string? FirstAuthor { get; init; }

    /// <summary>Year; null when it cannot be told.</summary>
    public int? Year { get; init; }
}
