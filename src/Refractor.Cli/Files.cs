using System.Text;
using Refractor.Knowledge;
using Refractor.Knowledge.Packing;

namespace Refractor.Cli;

/// <summary>Reads files that the user names, with messages that name them.</summary>
internal static class Files
{
    private const long Largest = 256L << 20;

    /// <summary>The text of a file in UTF-8.</summary>
    public static string ReadText(string path) => Decode(path, ReadBytes(path));

    /// <summary>The text of a file in UTF-8 that is no larger than some number of megabytes.</summary>
    public static string ReadText(string path, int megabytes)
    {
        if (File.Exists(path) && new FileInfo(path).Length > megabytes * 1_000_000L)
            throw new InvalidDataException(
                $"{Plain.Echo(path)} is larger than {Pages.Parts.Number(megabytes)} MB; give a shorter text."
            );
        return ReadText(path);
    }

    /// <summary>Whether an option names something that a file can be written to.</summary>
    public static void CheckTarget(string option, string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            throw new WrongUsageException($"{option} needs the name of a file.");
        if (Directory.Exists(path))
            throw new IOException($"'{Plain.Echo(path)}' is a folder; give a file.");
    }

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.StartsWith('\ufeff') ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            throw new DataFileException([
                new DataProblem(
                    Severity.Error,
                    "encoding",
                    Plain.Echo(path),
                    null,
                    "bytes that are not UTF-8",
                    "text in UTF-8"
                ),
            ]);
        }
    }

    /// <summary>A knowledge pack.</summary>
    public static KnowledgePack ReadPack(string path)
    {
        try
        {
            return PackReader.Read(ReadBytes(path));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Plain.Echo(path)}: {e.Message}", e);
        }
    }

    private static byte[] ReadBytes(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            throw new WrongUsageException("The name of a file is needed.");
        if (Directory.Exists(path))
            throw new IOException($"'{Plain.Echo(path)}' is a folder; give a file.");
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{Plain.Echo(path)}'.");
        if (new FileInfo(path).Length > Largest)
            throw new InvalidDataException(
                $"{Plain.Echo(path)} is larger than 256 MiB; such a file is neither an answer nor a pack."
            );
        return File.ReadAllBytes(path);
    }
}
