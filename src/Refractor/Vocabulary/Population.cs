namespace Refractor.Vocabulary;

/// <summary>A subtype of breast cancer as a population; TNBC lies within HR- and within HER2-.</summary>
public sealed class Subtype
{
    /// <summary>Position in <see cref="Lexicon.Subtypes"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Controlled name as written in evidence files, such as <c>HR+/HER2-</c>; <c>any</c> for unselected patients.</summary>
    public required string Name { get; init; }

    /// <summary>Name as printed, such as "hormone receptor-positive, HER2-negative".</summary>
    public required string Label { get; init; }

    /// <summary>Names of the subtypes directly above.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>Other names and spellings.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A controlled word of the evidence schema with the words by which people ask for it.</summary>
/// <param name="Name">Controlled name, such as <c>neoadjuvant</c> or <c>pCR</c>.</param>
/// <param name="Label">Name as printed.</param>
/// <param name="Aliases">Other names and spellings.</param>
/// <param name="Setting">For an endpoint measured in one setting only: that setting; else null.</param>
public sealed record ControlledTerm(string Name, string Label, IReadOnlyList<string> Aliases, string? Setting = null);

/// <summary>A disease outside the scope of this knowledge, so that a question about it can be declined by name.</summary>
/// <param name="Name">Name of the disease.</param>
/// <param name="Aliases">Other names.</param>
public sealed record OtherDisease(string Name, IReadOnlyList<string> Aliases);
