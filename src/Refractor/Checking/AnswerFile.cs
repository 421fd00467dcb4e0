using System.Text.Json;
using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>A claim as an answer file states it.</summary>
/// <param name="Section">Title of its section.</param>
/// <param name="Text">Text with citation numbers.</param>
/// <param name="Evidence">Ids of evidence items.</param>
/// <param name="Citations">Numbers of references.</param>
/// <param name="Grade">Grade; null when the file gives none.</param>
/// <param name="State">State of conflict; null when the file gives none.</param>
public sealed record StatedClaim(
    string Section,
    string Text,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<int> Citations,
    string? Grade,
    string? State
);

/// <summary>A reference as an answer file states it.</summary>
/// <param name="Number">Number in the text.</param>
/// <param name="Doi">DOI; null when not given.</param>
/// <param name="Pmid">PubMed identifier; null when not given.</param>
/// <param name="FirstAuthor">First author; null when not given.</param>
/// <param name="Title">Title; null when not given.</param>
/// <param name="Year">Year; null when not given.</param>
/// <param name="Checked">How the facts were checked; null when not given.</param>
public sealed record StatedReference(
    int Number,
    string? Doi,
    string? Pmid,
    string? FirstAuthor,
    string? Title,
    int? Year,
    string? Checked
);

/// <summary>An answer as a file holds it, written by <c>ask --json</c> and perhaps changed since.</summary>
public sealed record AnswerFile
{
    /// <summary>Name of the file as given by the caller.</summary>
    public required string Name { get; init; }

    /// <summary>The question; null when the file gives none.</summary>
    public string? Question { get; init; }

    /// <summary>All claims, in order.</summary>
    public required IReadOnlyList<StatedClaim> Claims { get; init; }

    /// <summary>All references, in order.</summary>
    public required IReadOnlyList<StatedReference> References { get; init; }

    /// <summary>Version of the knowledge that the answer names.</summary>
    public required string KnowledgeVersion { get; init; }

    /// <summary>Digest of the knowledge that the answer names; null when it names none.</summary>
    public string? KnowledgeDigest { get; init; }

    /// <summary>Reads an answer. Fields that are not known are passed over.</summary>
    /// <param name="name">File name for messages.</param>
    /// <param name="text">Content of the file.</param>
    /// <exception cref="DataFileException">The text is not JSON, or not of the shape of an answer; all faults are listed, with their JSON path.</exception>
    public static AnswerFile Parse(string name, string text)
    {
        using var document = Open(name, text);
        var problems = new List<DataProblem>();
        var file = Read(new JsonShape(document.RootElement, "$", name, problems), name);
        return problems.Count == 0 ? file : throw new DataFileException(problems);
    }

    private static JsonDocument Open(string name, string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } at ? (int)Math.Min(at + 1, int.MaxValue) : (int?)null;
            var found = text.AsSpan().Trim().IsEmpty ? "an empty file" : "text that is not JSON";
            throw new DataFileException([
                new DataProblem(Severity.Error, "json", name, line, found, "the JSON of 'refractor ask --json'"),
            ]);
        }
    }

    private static AnswerFile Read(JsonShape root, string name)
    {
        var sections = root.Required("sections", "an array of sections")?.Elements() ?? [];
        var references = root.Required("references", "an array of references")?.Elements() ?? [];
        var knowledge = root.Required("knowledge", "the knowledge that the answer rests on");
        return new AnswerFile
        {
            Name = name,
            Question = root.Optional("question")?.Text(),
            Claims = [.. sections.SelectMany(ClaimsOf)],
            References = [.. references.Select(Reference)],
            KnowledgeVersion = knowledge?.Required("version", "a text")?.Text() ?? "",
            KnowledgeDigest = knowledge?.Optional("digest")?.Text(),
        };
    }

    private static IEnumerable<StatedClaim> ClaimsOf(JsonShape section)
    {
        var title = section.Required("title", "a text")?.Text() ?? "";
        foreach (var claim in section.Required("claims", "an array of claims")?.Elements() ?? [])
        {
            var evidence = claim.Required("evidence", "an array of ids")?.Elements() ?? [];
            var citations = claim.Required("citations", "an array of numbers")?.Elements() ?? [];
            yield return new StatedClaim(
                title,
                claim.Required("text", "a text")?.Text() ?? "",
                [.. evidence.Select(e => e.Text()).OfType<string>()],
                [.. citations.Select(c => c.Integer()).OfType<int>()],
                claim.Optional("grade")?.Text(),
                claim.Optional("state")?.Text()
            );
        }
    }

    private static StatedReference Reference(JsonShape reference) =>
        new(
            reference.Required("number", "a whole number")?.Integer() ?? 0,
            reference.Optional("doi")?.Text(),
            reference.Optional("pmid")?.Text(),
            reference.Optional("firstAuthor")?.Text(),
            reference.Optional("title")?.Text(),
            reference.Optional("year")?.Integer(),
            reference.Optional("checked")?.Text()
        );
}
