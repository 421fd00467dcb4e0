using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers;

/// <summary>An answer in which every sentence rests on named evidence items, or the statement that the evidence is silent.</summary>
public sealed record Answer
{
    /// <summary>Whether the question was answered.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>The question as it was read.</summary>
    public required Question Reading { get; init; }

    /// <summary>Sections with their claims; empty when not answered.</summary>
    public IReadOnlyList<AnswerSection> Sections { get; init; } = [];

    /// <summary>The papers cited, by number.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>What was looked for and where the evidence ends.</summary>
    public required Searched Searched { get; init; }

    /// <summary>Claims that did not pass the check and were taken out.</summary>
    public IReadOnlyList<RemovedClaim> Removed { get; init; } = [];

    /// <summary>Version, digest and size of the knowledge.</summary>
    public required KnowledgeStamp Knowledge { get; init; }
}

/// <summary>A titled group of claims.</summary>
/// <param name="Title">Title.</param>
/// <param name="Claims">Its claims, at least one.</param>
public sealed record AnswerSection(string Title, IReadOnlyList<Claim> Claims);

/// <summary>One statement of an answer with what it rests on.</summary>
public sealed record Claim
{
    /// <summary>The text, with citation numbers in brackets.</summary>
    public required string Text { get; init; }

    /// <summary>Ids of the evidence items behind it, strongest first; at least one.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>Numbers of the references cited, ascending.</summary>
    public required IReadOnlyList<int> Citations { get; init; }

    /// <summary>Best grade among the evidence, as printed: A, B, C+, C, C-, D, E or none.</summary>
    public required string Grade { get; init; }

    /// <summary>State of conflict of the association: concordant_resistance, contested and so on, see <see cref="Conflict.NameOf"/>.</summary>
    public required string State { get; init; }

    /// <summary>Effects of the evidence behind it, in the schema's words, distinct.</summary>
    public required IReadOnlyList<string> Effects { get; init; }

    /// <summary>Features it speaks of.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Therapies it speaks of, by controlled name, regimens joined by "+".</summary>
    public required IReadOnlyList<string> Therapies { get; init; }
}

/// <summary>A paper cited in an answer.</summary>
/// <param name="Number">Number in the text, from 1.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Checked">Weakest way in which the cited facts were checked: secondary, abstract or page.</param>
public sealed record Reference(int Number, Paper Paper, Checked Checked);

/// <summary>What an answer looked for.</summary>
/// <param name="Text">In one or two sentences.</param>
/// <param name="Items">Evidence items that answered the question.</param>
/// <param name="Papers">Papers that they come from.</param>
/// <param name="Nearest">What comes nearest when the evidence is silent, or was left out of the answer, in words.</param>
public sealed record Searched(string Text, int Items, int Papers, IReadOnlyList<string> Nearest);

/// <summary>A claim that did not pass the check.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Evidence">Its evidence.</param>
/// <param name="Reason">Why it was taken out.</param>
public sealed record RemovedClaim(string Text, IReadOnlyList<string> Evidence, string Reason);

/// <summary>Which knowledge an output rests on.</summary>
/// <param name="Version">Version of the knowledge.</param>
/// <param name="Digest">SHA-256 of its source text.</param>
/// <param name="Items">Number of evidence items in it.</param>
public sealed record KnowledgeStamp(string Version, string Digest, int Items)
{
    /// <summary>The stamp of a pack.</summary>
    public static KnowledgeStamp Of(KnowledgePack pack) => new(pack.Version, pack.Digest, pack.Items.Count);
}

/// <summary>How long an answer may be.</summary>
public sealed record AnswerOptions
{
    /// <summary>Print everything instead of the strongest of each section.</summary>
    public bool All { get; init; }

    /// <summary>Associations written out in full in each section. A section of two reads in a minute.</summary>
    public int FullPerSection { get; init; } = 2;

    /// <summary>Associations named in short in each section after those in full.</summary>
    public int ShortPerSection { get; init; } = 20;
}
