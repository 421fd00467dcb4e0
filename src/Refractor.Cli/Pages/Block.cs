using Refractor.Cohorts.Recipes;
using Refractor.Plots;

namespace Refractor.Cli.Pages;

/// <summary>How a text is meant; the output decides how it looks.</summary>
internal enum Tone
{
    Body,
    Strong,
    Quiet,
    Notice,
    Good,
    Bad,
}

/// <summary>A text with its meaning.</summary>
internal readonly record struct Span(string Text, Tone Tone = Tone.Body);

/// <summary>One part of a page.</summary>
internal abstract record Block;

/// <summary>The first line of a page.</summary>
internal sealed record Title(string Text) : Block;

/// <summary>Title of a section.</summary>
internal sealed record Heading(string Text) : Block;

/// <summary>Title of a part of a section.</summary>
internal sealed record Subheading(string Text, string Note = "") : Block;

/// <summary>A paragraph beside the content, such as how a question was read.</summary>
internal sealed record Remark(string Text, Tone Tone = Tone.Quiet) : Block;

/// <summary>A statement with a short tag in the margin and a remark after it.</summary>
/// <param name="Tag">Grade, "holds", a rank; may be empty.</param>
/// <param name="TagTone">How the tag is meant.</param>
/// <param name="Text">The statement.</param>
/// <param name="After">A remark such as the state of conflict; may be empty.</param>
/// <param name="AfterTone">How the remark is meant.</param>
/// <param name="Details">Lines below it.</param>
internal sealed record Statement(
    string Tag,
    Tone TagTone,
    string Text,
    string After = "",
    Tone AfterTone = Tone.Quiet,
    IReadOnlyList<string>? Details = null
) : Block;

/// <summary>A table with a header row.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Rows of as many cells.</param>
internal sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its header.</param>
/// <param name="IsNumber">Whether cells stand to the right.</param>
internal sealed record Column(string Name, bool IsNumber = false);

/// <summary>Names with values, one a line.</summary>
internal sealed record Fields(IReadOnlyList<(string Name, string Value)> Entries) : Block;

/// <summary>A reference.</summary>
/// <param name="Number">Number in the text.</param>
/// <param name="Text">Author, title, journal, year.</param>
/// <param name="Identifiers">DOI and PMID; may be empty.</param>
/// <param name="Address">Web address; null when there is none.</param>
/// <param name="Note">"not confirmed" or empty.</param>
internal sealed record Source(int Number, string Text, string Identifiers, string? Address, string Note) : Block;

/// <summary>A line that stands as it is, however long, so that it can be searched and clicked.</summary>
internal sealed record Line(string Text, Tone Tone = Tone.Body) : Block;

/// <summary>Figures, one below the other; text and Markdown, which cannot draw, leave them out.</summary>
internal sealed record Drawing(Lazy<IReadOnlyList<Figure>> Drawn) : Block
{
    /// <param name="figure">A figure that is at hand.</param>
    public Drawing(Figure figure)
        : this(new Lazy<IReadOnlyList<Figure>>(() => [figure])) { }

    /// <param name="draw">Makes figures that take time; called only where they are shown.</param>
    public Drawing(Func<IReadOnlyList<Figure>> draw)
        : this(new Lazy<IReadOnlyList<Figure>>(draw)) { }

    public IReadOnlyList<Figure> Figures => Drawn.Value;
}

/// <summary>How the numbers above it were made; shown in web pages, and in JSON by the library.</summary>
internal sealed record Derivation(Lazy<IReadOnlyList<Recipe>> Made) : Block
{
    /// <param name="recipes">Recipes that are at hand.</param>
    public Derivation(IReadOnlyList<Recipe> recipes)
        : this(new Lazy<IReadOnlyList<Recipe>>(() => recipes)) { }

    /// <param name="make">Makes recipes that take time; called only where they are shown.</param>
    public Derivation(Func<IReadOnlyList<Recipe>> make)
        : this(new Lazy<IReadOnlyList<Recipe>>(make)) { }

    public IReadOnlyList<Recipe> Recipes => Made.Value;
}

/// <summary>Begins a part that web pages fold; other forms show it in full.</summary>
internal sealed record FoldStart(string Text) : Block;

/// <summary>Ends a part that web pages fold.</summary>
internal sealed record FoldEnd : Block;

/// <summary>The last lines of a page.</summary>
internal sealed record Footer(string Text) : Block;

/// <summary>What a command prints, from top to bottom.</summary>
internal sealed record Page(IReadOnlyList<Block> Blocks);
