using System.Text;
using Refractor.Audit;
using Refractor.Knowledge;

namespace Refractor.Cli;

/// <summary>Reads the texts to audit.</summary>
internal static class AuditTexts
{
    private const int LargestMegabytes = 20;

    /// <summary>All texts; what is wrong with any of them is told for all at once.</summary>
    public static IReadOnlyList<AuditText> Read(IReadOnlyList<string> paths, TextReader input)
    {
        var texts = new List<AuditText>();
        var problems = new List<DataProblem>();
        foreach (var path in paths)
        {
            try
            {
                texts.Add(new AuditText(path, path == "-" ? ReadInput(input) : Files.ReadText(path, LargestMegabytes)));
                problems.AddRange(Check(texts[^1]));
            }
            catch (DataFileException e)
            {
                problems.AddRange(e.Problems);
            }
        }
        return problems.Count > 0 ? throw new DataFileException(problems) : texts;
    }

    private static IEnumerable<DataProblem> Check(AuditText text)
    {
        var name = text.Path == "-" ? "standard input" : Plain.Echo(text.Path);
        if (text.Text.Contains('\0', StringComparison.Ordinal))
            yield return new DataProblem(
                Severity.Error,
                "encoding",
                name,
                null,
                "a binary file",
                "plain text or Markdown"
            );
        else if (string.IsNullOrWhiteSpace(text.Text))
            yield return new DataProblem(Severity.Error, "empty", name, null, "no text", "plain text or Markdown");
    }

    /// <summary>Reads one character more than is allowed, so that a long input is noticed and not held.</summary>
    private static string ReadInput(TextReader input)
    {
        const int longest = LargestMegabytes * 1_000_000;
        var text = new StringBuilder();
        var buffer = new char[1 << 14];
        while (text.Length <= longest && input.ReadBlock(buffer) is > 0 and var count)
            text.Append(buffer, 0, count);
        if (text.Length > longest)
            throw new InvalidDataException(
                $"Standard input is larger than {LargestMegabytes} MB; give a shorter text."
            );
        // A half of a surrogate pair cannot be written as UTF-8; it becomes the replacement character.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString())).TrimStart('\ufeff');
    }
}
