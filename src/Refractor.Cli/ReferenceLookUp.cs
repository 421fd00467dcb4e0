using Refractor.Audit;
using Refractor.Audit.References;
using Refractor.Audit.References.Online;

namespace Refractor.Cli;

/// <summary>Checks the references of texts, with a look-up online when it is asked for.</summary>
internal static class ReferenceLookUp
{
    /// <summary>A network that answers nothing is given up in less than a minute, so that nobody waits in doubt.</summary>
    public static ReferenceServiceOptions Patience { get; } =
        new() { Timeout = TimeSpan.FromSeconds(10), Attempts = 2 };

    /// <summary>Without a network.</summary>
    public static ReferenceReport Offline(Session session, IReadOnlyList<AuditText> texts) =>
        new ReferenceAudit(session.Pack).CheckAsync(texts).GetAwaiter().GetResult();

    /// <summary>With the indexes, until Ctrl-C.</summary>
    public static ReferenceReport Online(
        Session session,
        IReadOnlyList<AuditText> texts,
        ReferenceServiceOptions options
    )
    {
        session.Error.Write("Looking up references in Crossref and Europe PMC; Ctrl-C stops.\n");
        session.Error.Flush();
        using var interrupt = new Interrupt();
        using var service = new ReferenceService(options);
        return new ReferenceAudit(session.Pack).CheckAsync(texts, service, interrupt.Token).GetAwaiter().GetResult();
    }
}
