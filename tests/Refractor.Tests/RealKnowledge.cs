using Refractor.Knowledge;
using Refractor.Knowledge.Packing;
using Refractor.Knowledge.Source;
using Refractor.Vocabulary;

namespace Refractor.Tests;

/// <summary>The knowledge of this repository, read once for all tests. Nothing in it is changed by a test.</summary>
internal static class RealKnowledge
{
    private static readonly Lazy<SourceReading> Source = new(() => KnowledgeSource.Read(Repository.KnowledgeFolder));
    private static readonly Lazy<byte[]> Packed = new(() => Write(Pack));

    public static SourceReading Reading => Source.Value;

    public static KnowledgePack Pack =>
        Reading.Pack ?? throw new InvalidOperationException("The vocabulary has errors.");

    public static Lexicon Lexicon => Pack.Lexicon;

    /// <summary>A copy of the pack's bytes, free to be damaged.</summary>
    public static byte[] Bytes => [.. Packed.Value];

    public static byte[] Write(KnowledgePack pack)
    {
        using var stream = new MemoryStream();
        PackWriter.Write(pack, stream);
        return stream.ToArray();
    }
}
