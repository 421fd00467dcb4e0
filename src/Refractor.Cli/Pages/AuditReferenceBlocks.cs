using Refractor.Audit;
using Refractor.Knowledge;

namespace Refractor.Cli.Pages;

/// <summary>The references of an audited file and the papers that they lead to.</summary>
internal static class AuditReferenceBlocks
{
    public static IEnumerable<Block> Of(string path, IReadOnlyList<ResolvedReference> references, bool named)
    {
        if (references.Count == 0)
            yield break;
        yield return new Heading(named ? $"References of {AuditPage.NameOf(path)}" : "References");
        foreach (var resolved in references)
            yield return Of(resolved);
    }

    private static Statement Of(ResolvedReference resolved)
    {
        var tag = $"{resolved.Reference.Key}.";
        var details = resolved.Doubt is { } doubt ? new[] { doubt } : [];
        if (resolved.Paper is not { } paper)
            return new Statement(tag, Tone.Notice, resolved.Reference.Text, resolved.How, Tone.Notice, details);
        var isSound = resolved.Doubt is null && !paper.Retracted;
        var retracted = paper.Retracted ? ", retracted" : "";
        return new Statement(
            tag,
            isSound ? Tone.Good : Tone.Bad,
            $"{PaperText.Of(paper)} {PaperText.Identifiers(paper)}".TrimEnd(),
            $"recognised by {resolved.How}{retracted}",
            isSound ? Tone.Quiet : Tone.Bad,
            details
        );
    }
}
