using Refractor.Answers;
using Refractor.Audit.Texts;

namespace Refractor.Audit.References;

/// <summary>What is wrong with the references of some texts.</summary>
public sealed record ReferenceReport
{
    /// <summary>The texts in the order in which they were given.</summary>
    public required IReadOnlyList<CheckedReferences> Files { get; init; }

    /// <summary>Whether the references were also looked up online.</summary>
    public required bool IsOnline { get; init; }

    /// <summary>The knowledge that the references were compared with.</summary>
    public required KnowledgeStamp Knowledge { get; init; }

    /// <summary>All problems, file after file.</summary>
    public IEnumerable<ReferenceProblem> Problems => Files.SelectMany(f => f.Problems);

    /// <summary>Number of problems of a severity, over all files.</summary>
    public int Count(ReferenceSeverity severity) => Problems.Count(p => p.Severity == severity);
}

/// <summary>The references of a text with their problems.</summary>
/// <param name="Text">The text taken apart.</param>
/// <param name="References">Its references with the papers that they lead to, in list order.</param>
/// <param name="Problems">The problems in text order.</param>
public sealed record CheckedReferences(
    ReadText Text,
    IReadOnlyList<ResolvedReference> References,
    IReadOnlyList<ReferenceProblem> Problems
)
{
    /// <summary>Path of the file.</summary>
    public string Path => Text.Path;
}
