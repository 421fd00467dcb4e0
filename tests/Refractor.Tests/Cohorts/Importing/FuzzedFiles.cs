using System.IO.Compression;
using System.Text;

namespace Refractor.Tests.Cohorts.Importing;

/// <summary>Valid small files of every format, and ways to spoil them.</summary>
internal static class FuzzedFiles
{
    private const string Patients =
        "patient\tsample\tage\ter\tt\te\tchemo\nP1\tS1\t50\tpos\t10\tdead\tyes\nP2\tS2\t60\tneg\t20.5\talive\tno\nP3\tS3\t70\tNA\t30\talive\tyes\n";

    private const string Clinical = "clinical.tsv";

    public static IReadOnlyList<(IReadOnlyList<(string Name, string Text)> Files, string Mapping)> Formats { get; } =
    [
        ([(Clinical, Patients)], "outcomes: {OS: {time: t, event: e}}\ntreatments: {chemotherapy: {column: chemo}}"),
        ([(Clinical, Patients.Replace('\t', ',').Replace("pos", "\"po,s\"", StringComparison.Ordinal))], ""),
        (
            [
                (Clinical, Patients),
                (
                    "expression.tsv",
                    "gene\tS1\tS2\tS3\nESR1\t1.5\t-2e1\tNA\nPGR\t4\t5\t6\n1-Mar\t1\t2\t3\nESR1\t0\t1\t2\n"
                ),
            ],
            "layers: [{file: expression.tsv, duplicates: median}]"
        ),
        (
            [
                (Clinical, Patients),
                ("expression.gct", "#1.2\n2\t3\nName\tDescription\tS1\tS2\tS3\nESR1\tx\t1\t2\t3\nPGR\ty\t4\t5\t6\n"),
            ],
            ""
        ),
        (
            [
                (
                    "expression.gct",
                    "#1.3\n2\t3\t1\t2\nid\tsymbol\tS1\tS2\tS3\nage\tna\t1\t2\t3\ner\tna\tpos\tneg\tpos\n1_at\tESR1\t1\t2\t3\n2_at\tPGR\t4\t5\t6\n"
                ),
            ],
            ""
        ),
        (
            [
                (
                    "GSE1_series_matrix.txt",
                    "!Series_title\t\"a\"\n!Sample_geo_accession\t\"GSM1\"\t\"GSM2\"\n!Sample_characteristics_ch1\t\"age: 5\"\t\"er: pos\"\n"
                        + "!series_matrix_table_begin\n\"ID_REF\"\t\"GSM1\"\t\"GSM2\"\n\"1_at\"\t1\t2\n\"2_at\"\t4\tnull\n!series_matrix_table_end\n"
                ),
            ],
            ""
        ),
        (
            [
                (
                    "trial.arff",
                    "% c\n@relation 'a b'\n@attribute id string\n@attribute er {pos,'n eg'}\n@attribute age numeric\n@data\nP1,pos,50\nP2,'n eg',?\n"
                ),
            ],
            "clinical: [{file: trial.arff, numbered: true}]\nlayers: [{file: trial.arff, from: age, scale: log}]"
        ),
        (
            [
                (Clinical, Patients),
                (
                    "data_mutations.txt",
                    "#Sequenced_Samples: S1 S2\nHugo_Symbol\tEntrez_Gene_Id\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp_Short\tt_alt_count\tt_ref_count\nTP53\t7157\tMissense_Mutation\tS1\tp.R175H\t3\t7\nHER2\t0\tSilent\tS2\t\t\t\n"
                ),
                (
                    "symbols.txt",
                    "symbol\tprev_symbol\talias_symbol\tentrez_id\tstatus\nERBB2\tNGL\tHER2|NEU\t2064\tApproved\nTP53\t\tp53\t7157\tApproved\n"
                ),
            ],
            "symbols: symbols.txt"
        ),
        (
            [
                (Clinical, Patients),
                (
                    "drugs.tsv",
                    "id\tname\tkind\tstart\nP1\tTaxol + Cytoxan\tChemotherapy\t5\nP1\tArimidex\tHormone\t100\nP2\tDoxetaxel\tNA\t-1\nP9\tx\ty\t0\n"
                ),
            ],
            "records: {drugs: {file: drugs.tsv, patient: id, drug: name, otherwise_drug: kind}}\ntreatments: {chemotherapy: {records: drugs, complete_for: patients_with_rows}}\noutcomes: {OS: {time: t, event: e}, RFS: {records: drugs, time: start, unit: days, otherwise: OS}}"
        ),
    ];

    /// <summary>Spoils bytes in one to three ways.</summary>
    public static byte[] Change(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
            bytes = Spoil(bytes, random);
        return bytes;
    }

    private static byte[] Spoil(byte[] bytes, Random random)
    {
        var (a, b) = (random.Next(bytes.Length + 1), random.Next(bytes.Length + 1));
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        return random.Next(14) switch
        {
            0 => bytes[..a],
            1 => [.. bytes[..a], .. bytes[b..]],
            2 => [.. bytes[..b], .. bytes[a..]],
            3 => [.. bytes[..a], .. bytes[a..b].Reverse(), .. bytes[b..]],
            4 => Flipped(bytes, random),
            5 => [.. bytes[..a], .. Encoding.UTF8.GetBytes(Hostile[random.Next(Hostile.Length)]), .. bytes[a..]],
            6 => Lines(bytes, l => [.. l.OrderBy(_ => random.Next())]),
            7 => Lines(bytes, l => [.. l, .. l]),
            8 => Cells(bytes, random),
            9 => [.. bytes[..a], .. Enumerable.Repeat((byte)random.Next(256), random.Next(20_000)), .. bytes[a..]],
            10 => [.. bytes.Select(x => x == '\n' ? (byte)'\r' : x)],
            11 => Zip(bytes, random),
            12 =>
            [
                .. (random.Next(2) == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetPreamble(),
                .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
            ],
            _ =>
            [
                .. bytes[..a],
                .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\t1", random.Next(5000)))),
                .. bytes[a..],
            ],
        };
    }

    private static readonly string[] Hostile =
    [
        "\"",
        "'",
        "\0",
        "\t",
        "\n",
        "\r\n",
        "{",
        "@data\n",
        "#1.3\n",
        "\uFEFF",
        "1e999",
        "-Inf",
        "99999999999999999999",
        "2147483648",
        "\n2147483647\t2147483647\t2147483647\t2147483647\n",
        "1,5",
        "NaN",
        "!series_matrix_table_begin\n",
        "!Sample_",
        "!Series_",
        "1-Mar",
        "2.31E+13",
        "9.99999999999999E+999",
        "99.99.9999",
        "%",
        "\u0130\u0131ß",
        "=cmd|' /C calc'!A0",
    ];

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        byte[] copy = [.. bytes];
        for (var i = random.Next(1, 8); i > 0 && copy.Length > 0; i--)
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private static byte[] Lines(byte[] bytes, Func<string[], string[]> change) =>
        Encoding.Latin1.GetBytes(string.Join('\n', change(Encoding.Latin1.GetString(bytes).Split('\n'))));

    private static byte[] Cells(byte[] bytes, Random random)
    {
        var (first, second) = (random.Next(6), random.Next(6));
        return Lines(
            bytes,
            lines =>
                [
                    .. lines.Select(l =>
                    {
                        var cells = l.Split('\t');
                        if (Math.Max(first, second) < cells.Length)
                            (cells[first], cells[second]) = (cells[second], cells[first]);
                        return string.Join('\t', cells);
                    }),
                ]
        );
    }

    private static byte[] Zip(byte[] bytes, Random random)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(bytes);
        var zipped = target.ToArray();
        return random.Next(3) switch
        {
            0 => zipped,
            1 => zipped[..random.Next(zipped.Length)],
            _ => Flipped(zipped, random),
        };
    }
}
