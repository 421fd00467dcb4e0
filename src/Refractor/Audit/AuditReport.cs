using Refractor.Answers;
using Refractor.Audit.Texts;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit;

/// <summary>A text to audit.</summary>
/// <param name="Path">Path of its file, or "-" for standard input.</param>
/// <param name="Text">Its content.</param>
public sealed record AuditText(string Path, string Text);

/// <summary>What an audit found in some texts.</summary>
public sealed record AuditReport
{
    /// <summary>The texts in the order in which they were given.</summary>
    public required IReadOnlyList<AuditedFile> Files { get; init; }

    /// <summary>Pairs of statements that cannot both hold.</summary>
    public IReadOnlyList<AuditDisagreement> Disagreements { get; init; } = [];

    /// <summary>The knowledge that the texts were compared with.</summary>
    public required KnowledgeStamp Knowledge { get; init; }

    /// <summary>Number of statements with a verdict, over all files.</summary>
    public int Count(AuditVerdict verdict) => Files.Sum(f => f.Statements.Count(s => s.Verdict == verdict));
}

/// <summary>A text with the verdicts on its statements.</summary>
/// <param name="Text">The text taken apart.</param>
/// <param name="Statements">Its statements in text order.</param>
/// <param name="References">Its references with the papers that they lead to, in list order.</param>
public sealed record AuditedFile(
    ReadText Text,
    IReadOnlyList<AuditedStatement> Statements,
    IReadOnlyList<ResolvedReference> References
)
{
    /// <summary>Path of the file.</summary>
    public string Path => Text.Path;
}

/// <summary>A reference and the paper of the knowledge that it leads to.</summary>
/// <param name="Reference">The entry.</param>
/// <param name="Paper">The paper; null when the knowledge does not hold it.</param>
/// <param name="How">How it was recognised ("DOI", "PMID", "title", "author, year and journal"), or why not, in words.</param>
/// <param name="Doubt">What speaks against the entry, such as a DOI that leads to another paper than its title; null when nothing does.</param>
public sealed record ResolvedReference(ListedReference Reference, Paper? Paper, string How, string? Doubt = null);

/// <summary>A statement with its verdict.</summary>
public sealed record AuditedStatement
{
    /// <summary>The statement in its text; several findings of one enumeration share it.</summary>
    public required TextStatement Source { get; init; }

    /// <summary>What was understood.</summary>
    public required UnderstoodStatement Understood { get; init; }

    /// <summary>The verdict.</summary>
    public required AuditVerdict Verdict { get; init; }

    /// <summary>Why, in one line each; the first decides.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The evidence that was compared, the deciding items first.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];
}

/// <summary>What was read out of a statement. Null or empty where nothing was said.</summary>
public sealed record UnderstoodStatement
{
    /// <summary>Features that the statement is about.</summary>
    public IReadOnlyList<Feature> Features { get; init; } = [];

    /// <summary>State of the feature.</summary>
    public FeatureState? State { get; init; }

    /// <summary>Level at which it is measured.</summary>
    public Level? Level { get; init; }

    /// <summary>Therapies.</summary>
    public IReadOnlyList<Therapy> Therapies { get; init; } = [];

    /// <summary>What the feature in its state goes with.</summary>
    public Effect? Effect { get; init; }

    /// <summary>Subtype.</summary>
    public Subtype? Subtype { get; init; }

    /// <summary>Setting.</summary>
    public Setting? Setting { get; init; }

    /// <summary>Figures as written, such as "17%", "p=0.005" or "HR 0.29".</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];
}

/// <summary>Two statements that cannot both hold.</summary>
/// <param name="A">The earlier statement.</param>
/// <param name="FileA">Path of its file.</param>
/// <param name="B">The later statement.</param>
/// <param name="FileB">Path of its file.</param>
/// <param name="Reason">Wherein they differ.</param>
public sealed record AuditDisagreement(
    AuditedStatement A,
    string FileA,
    AuditedStatement B,
    string FileB,
    string Reason
);
