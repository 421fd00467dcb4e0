using System.Globalization;
using System.IO.Compression;

namespace Refractor.Statistics.Benchmarks.Making;

/// <summary>Writes tables as any program reads them: tab-separated text with one header line.</summary>
internal sealed class TableFile(string folder)
{
    public static string Gene(int g) => string.Create(CultureInfo.InvariantCulture, $"G{g + 1:D5}");

    public static string Sample(int s) => string.Create(CultureInfo.InvariantCulture, $"S{s + 1:D4}");

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    /// <summary>Writes a matrix with named rows; NaN is written as NA.</summary>
    public void Matrix(
        string name,
        string corner,
        Func<int, string> row,
        int rows,
        string[] columns,
        Func<int, float[]> values,
        string format
    )
    {
        using var writer = new StreamWriter(Path(name));
        writer.Write(corner + "\t" + string.Join('\t', columns) + "\n");
        Span<char> buffer = stackalloc char[40];
        for (var r = 0; r < rows; r++)
        {
            writer.Write(row(r));
            foreach (var value in values(r))
            {
                writer.Write('\t');
                if (float.IsNaN(value))
                    writer.Write("NA");
                else if (((double)value).TryFormat(buffer, out var length, format, CultureInfo.InvariantCulture))
                    writer.Write(buffer[..length]);
            }
            writer.Write('\n');
        }
    }

    /// <summary>Writes rows of mixed content.</summary>
    public void Rows(string name, string header, IEnumerable<FormattableString> rows)
    {
        using var writer = new StreamWriter(Path(name));
        writer.Write(header + "\n");
        foreach (var row in rows)
            writer.Write(FormattableString.Invariant(row) + "\n");
    }

    /// <summary>Writes a gzip copy of a file.</summary>
    public void Zip(string name)
    {
        using var source = File.OpenRead(Path(name));
        using var target = new GZipStream(File.Create(Path(name + ".gz")), CompressionLevel.Fastest);
        source.CopyTo(target);
    }
}
