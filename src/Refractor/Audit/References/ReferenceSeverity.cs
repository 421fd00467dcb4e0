namespace Refractor.Audit.References;

/// <summary>How much a problem of a reference matters.</summary>
public enum ReferenceSeverity
{
    /// <summary>Worth knowing; nothing is wrong by itself.</summary>
    Note,

    /// <summary>Look at the entry: a reader may not find the paper.</summary>
    Warning,

    /// <summary>The reference is wrong, or must not be relied on.</summary>
    Error,
}

/// <summary>Names of the severities.</summary>
public static class ReferenceSeverities
{
    /// <summary>All severities, the gravest first.</summary>
    public static IReadOnlyList<ReferenceSeverity> All { get; } =
    [ReferenceSeverity.Error, ReferenceSeverity.Warning, ReferenceSeverity.Note];

    /// <summary>The name in files: "error", "warning", "note".</summary>
    public static string NameOf(ReferenceSeverity severity) =>
        severity switch
        {
            ReferenceSeverity.Error => "error",
            ReferenceSeverity.Warning => "warning",
            _ => "note",
        };
}
