using System.Text;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>Turns the bytes of a file into text, or says at which line that fails.</summary>
internal static class TextDecoder
{
    /// <summary>Decodes bytes; a Unicode mark at the beginning decides before the given encoding does.</summary>
    /// <exception cref="DataFileException">The bytes are no text in that encoding, or there is no such encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string file, string encoding)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return Decode(bytes[3..], file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
            return Decode(bytes[2..], file, new UnicodeEncoding(bytes[0] == 0xfe, false, throwOnInvalidBytes: true));
        return Decode(bytes, file, Named(encoding, file));
    }

    private static Encoding Named(string encoding, string file)
    {
        try
        {
            return Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new DataFileException([
                new DataProblem(
                    Severity.Error,
                    "encoding",
                    file,
                    null,
                    $"the encoding '{encoding}'",
                    "utf-8, latin1 or utf-16"
                ),
            ]);
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string file, Encoding encoding)
    {
        try
        {
            var text = encoding.GetString(bytes);
            var zero = text.IndexOf('\0', StringComparison.Ordinal);
            return zero < 0
                ? text
                : throw Wrong(file, text.AsSpan(0, zero).Count('\n') + 1, "a zero character, as in binary files");
        }
        catch (DecoderFallbackException fault)
        {
            var line = bytes[..Math.Clamp(fault.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            throw Wrong(file, line, $"bytes that are no {encoding.WebName} text");
        }
    }

    private static DataFileException Wrong(string file, int line, string found) =>
        new([
            new DataProblem(
                Severity.Error,
                "encoding",
                file,
                line,
                found,
                "text in UTF-8; save it so, or name its encoding in the mapping (encoding: latin1)"
            ),
        ]);
}
