using Refractor.Knowledge;
using Refractor.Knowledge.Source;

namespace Refractor.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    private static readonly Lazy<KnowledgePack> Pack = new(() =>
    {
        var reading = KnowledgeSource.Read(KnowledgeFolder);
        return reading is { Pack: { } pack, HasErrors: false }
            ? pack
            : throw new InvalidOperationException("The knowledge has errors: " + string.Join("\n", reading.Problems));
    });

    /// <summary>The folder that holds Refractor.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The source text of the knowledge.</summary>
    public static string KnowledgeFolder => Path.Combine(Root, "knowledge");

    /// <summary>The curated knowledge, read once.</summary>
    public static KnowledgePack Knowledge => Pack.Value;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Refractor.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Refractor.slnx.");
    }
}
