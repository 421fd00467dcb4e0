namespace Refractor.Knowledge.Packing;

/// <summary>The binary form of a knowledge pack; described in docs/file-formats.md.</summary>
internal static class PackFormat
{
    /// <summary>First bytes of every pack.</summary>
    public static ReadOnlySpan<byte> Magic => "REFRPACK"u8;

    /// <summary>Version written. Readers accept every version up to this one.</summary>
    public const int Version = 1;
}
