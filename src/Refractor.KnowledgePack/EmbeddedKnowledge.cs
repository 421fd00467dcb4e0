using Refractor.Knowledge.Packing;

namespace Refractor.Knowledge;

/// <summary>The knowledge that this release carries.</summary>
public static class EmbeddedKnowledge
{
    /// <summary>Opens the embedded pack; each call reads it anew.</summary>
    public static unsafe KnowledgePack Open()
    {
        using var stream = typeof(EmbeddedKnowledge).Assembly.GetManifestResourceStream("refractor.refpack")!;
        if (stream is UnmanagedMemoryStream memory)
            return PackReader.Read(new ReadOnlySpan<byte>(memory.PositionPointer, checked((int)memory.Length)));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return PackReader.Read(bytes);
    }
}
