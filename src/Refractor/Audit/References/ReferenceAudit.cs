using Refractor.Answers;
using Refractor.Audit.References.Online;
using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Audit.References;

/// <summary>Checks the reference lists of texts and leaves their statements aside. May be used from several threads.</summary>
/// <param name="pack">The knowledge that entries are compared with.</param>
public sealed class ReferenceAudit(KnowledgePack pack)
{
    private readonly ReferenceMatcher _matcher = new(pack);

    /// <summary>Checks some texts. Without a service nothing is sent, and the same texts give the same report.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="online">Looks the references up in public indexes too; null for none.</param>
    /// <param name="cancel">Ends the look-up.</param>
    /// <returns>The report; an index that cannot be reached is a problem in it.</returns>
    /// <exception cref="IOException">The folder of the service's cache cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ReferenceReport> CheckAsync(
        IReadOnlyList<AuditText> texts,
        ReferenceService? online = null,
        CancellationToken cancel = default
    )
    {
        var files = new List<CheckedReferences>();
        foreach (var text in texts)
            files.Add(await CheckAsync(text, online, cancel).ConfigureAwait(false));
        return new ReferenceReport
        {
            Files = files,
            IsOnline = online is not null,
            Knowledge = KnowledgeStamp.Of(pack),
        };
    }

    private async Task<CheckedReferences> CheckAsync(AuditText text, ReferenceService? online, CancellationToken cancel)
    {
        var read = AuditTextReader.Read(text);
        var problems = new ReferenceCheck(_matcher).Check(read);
        if (online is not null)
            problems = ReferenceProblem.InOrder(
                problems.Concat(await online.CheckAsync(read, cancel).ConfigureAwait(false))
            );
        return new CheckedReferences(read, [.. read.References.Select(_matcher.Resolve)], problems);
    }
}
