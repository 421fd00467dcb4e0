using System.Security.Cryptography;
using System.Text;
using Refractor.Vocabulary;

namespace Refractor.Knowledge.Source;

/// <summary>A text with the name under which problems in it are reported.</summary>
/// <param name="Name">File name as the user knows it.</param>
/// <param name="Text">Its content.</param>
public sealed record SourceText(string Name, string Text);

/// <summary>What reading the source text of the knowledge gave.</summary>
/// <param name="Pack">The knowledge; null when the vocabulary cannot be used. Holds the files without errors only.</param>
/// <param name="Problems">All problems, by file and line.</param>
/// <param name="Files">Evidence files read.</param>
/// <param name="Loaded">Items in the pack.</param>
/// <param name="Rejected">Items left out because their file has an error; <c>Loaded + Rejected</c> is the number of items read.</param>
public sealed record SourceReading(
    KnowledgePack? Pack,
    IReadOnlyList<DataProblem> Problems,
    int Files,
    int Loaded,
    int Rejected
)
{
    /// <summary>Whether any problem is an error.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);
}

/// <summary>Reads the source text of the knowledge: <c>manifest.yaml</c>, <c>vocabulary/*.yaml</c> and <c>evidence/*.yaml</c>.</summary>
public static class KnowledgeSource
{
    /// <summary>Reads a knowledge folder. Problems of all files are listed at once.</summary>
    /// <param name="folder">Folder that holds <c>manifest.yaml</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or it has no manifest.</exception>
    public static SourceReading Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "manifest.yaml")))
            throw new DirectoryNotFoundException(
                $"'{folder}' holds no manifest.yaml; give the folder of the knowledge source."
            );
        var problems = new List<DataProblem>();
        var version = ReadVersion(Load(folder, "manifest.yaml"), problems);
        var vocabulary = VocabularyReader
            .Files.Where(f => File.Exists(Path.Combine(folder, "vocabulary", f)))
            .ToDictionary(f => f, f => Load(folder, Path.Combine("vocabulary", f)), StringComparer.Ordinal);
        var evidence = Directory
            .EnumerateFiles(Path.Combine(folder, "evidence"), "*.yaml")
            .Select(path => Load(folder, Path.GetRelativePath(folder, path)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToList();
        return Read(version, vocabulary, evidence, problems);
    }

    /// <summary>Reads knowledge from texts in memory.</summary>
    /// <param name="version">Version of the knowledge.</param>
    /// <param name="vocabulary">Vocabulary file name to its text.</param>
    /// <param name="evidence">Evidence files.</param>
    public static SourceReading Read(
        string version,
        IReadOnlyDictionary<string, SourceText> vocabulary,
        IReadOnlyList<SourceText> evidence
    ) => Read(version, vocabulary, evidence, []);

    private static SourceReading Read(
        string version,
        IReadOnlyDictionary<string, SourceText> vocabulary,
        IReadOnlyList<SourceText> evidence,
        List<DataProblem> problems
    )
    {
        var lexicon = VocabularyReader.Read(vocabulary, problems);
        if (lexicon is null)
            return new SourceReading(null, Ordered(problems), 0, 0, 0);
        var files = ReadFiles(lexicon, evidence, problems);
        CrossFileRules.Check(files, problems);
        var broken = problems
            .Where(p => p.Severity == Severity.Error)
            .Select(p => p.File)
            .ToHashSet(StringComparer.Ordinal);
        var good = files.Where(f => !broken.Contains(f.Name)).ToList();
        var items = good.SelectMany(f => f.File.Items.Select(i => i.Item)).ToList();
        var digest = Digest(version, vocabulary.Values.Concat(evidence));
        var pack = new KnowledgePack(version, digest, lexicon, [.. good.Select(f => f.File.Paper)], items);
        var read = files.Sum(f => f.File.Items.Count);
        return new SourceReading(pack, Ordered(problems), evidence.Count, items.Count, read - items.Count);
    }

    private static List<NamedFile> ReadFiles(
        Lexicon lexicon,
        IReadOnlyList<SourceText> evidence,
        List<DataProblem> problems
    )
    {
        var reader = new EvidenceFileReader(lexicon);
        var files = new List<NamedFile>();
        foreach (var text in evidence)
        {
            var list = new ProblemList(text.Name);
            if (reader.Read(Path.GetFileNameWithoutExtension(text.Name), text.Text, list) is { } file)
                files.Add(new NamedFile(text.Name, file));
            problems.AddRange(list.All);
        }
        return files;
    }

    private static List<DataProblem> Ordered(List<DataProblem> problems) =>
        [
            .. problems
                .OrderBy(p => p.File, StringComparer.Ordinal)
                .ThenBy(p => p.Line ?? 0)
                .ThenBy(p => p.Rule, StringComparer.Ordinal),
        ];

    private static string ReadVersion(SourceText manifest, List<DataProblem> problems)
    {
        var list = new ProblemList(manifest.Name);
        var map = YamlMap.Root(manifest.Text, list);
        var version = map?.RequiredText("version") ?? "";
        map?.RequiredText("licence");
        map?.RequiredText("title");
        map?.RejectOthers();
        problems.AddRange(list.All);
        return version;
    }

    private static SourceText Load(string folder, string relative) =>
        new(relative.Replace('\\', '/'), File.ReadAllText(Path.Combine(folder, relative), Encoding.UTF8));

    /// <summary>SHA-256 over version, names and texts with line ends as LF, in order of name.</summary>
    private static string Digest(string version, IEnumerable<SourceText> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(version + "\n"));
        foreach (var text in texts.OrderBy(t => t.Name, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes(text.Name + "\n" + text.Text.ReplaceLineEndings("\n") + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>An evidence file with the name under which problems are reported.</summary>
internal sealed record NamedFile(string Name, EvidenceFileReader.ReadFile File);

/// <summary>Rules over all evidence files: ids are unique, a paper has one file.</summary>
internal static class CrossFileRules
{
    public static void Check(IReadOnlyList<NamedFile> files, List<DataProblem> problems)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var papers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            foreach (var (item, line) in file.Items)
                Claim(ids, item.Id, name, line, "id", "an id that is unique over all files", problems);
            foreach (var identifier in Identifiers(file.Paper))
                Claim(papers, identifier, name, file.PaperLine, "duplicate_paper", "one file for each paper", problems);
        }
    }

    private static IEnumerable<string> Identifiers(Paper paper)
    {
        if (paper.Doi is not null)
            yield return paper.Doi;
        if (paper.Pmid is not null)
            yield return "PMID " + paper.Pmid;
        if (paper.Pmcid is not null)
            yield return paper.Pmcid;
    }

    private static void Claim(
        Dictionary<string, string> owners,
        string key,
        string file,
        int line,
        string rule,
        string expected,
        List<DataProblem> problems
    )
    {
        if (!owners.TryAdd(key, file))
            problems.Add(new DataProblem(Severity.Error, rule, file, line, $"'{key}' also in {owners[key]}", expected));
    }
}
