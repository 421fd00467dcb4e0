using System.IO.Compression;
using System.Text;

namespace Refractor.Tests.Cohorts.Importing;

/// <summary>The table of cases that docs/bad-input.md shows.</summary>
internal static class FaultyInputs
{
    private const string Tables = "Tables of any kind";
    private const string Numbers = "Tables of numbers";
    private const string Gct = "GCT";
    private const string Series = "Series matrices of GEO";
    private const string Clinical = "Clinical tables";
    private const string Others = "Mappings and symbols";

    private const string Rows = "gene\tP1\tP2\tP3\nESR1\t1\t2\t3\nPGR\t4\t5\t6\n";
    private const string Head = "#1.2\n2\t3\nName\tDescription\tP1\tP2\tP3\n";
    private const string Outcome = "outcomes: {OS: {time: t, event: e}}";

    private const string Matrix =
        "!Series_title\t\"a series\"\n!Series_platform_id\t\"GPL1\"\n!Sample_title\t\"a\"\t\"a\"\t\"b\"\n"
        + "!Sample_geo_accession\t\"GSM1\"\t\"GSM2\"\t\"GSM3\"\n"
        + "!Sample_characteristics_ch1\t\"age: 50\"\t\"er: pos\"\t\"age: 60\"\n"
        + "!Sample_characteristics_ch1\t\"er: neg\"\t\"age: 55\"\t\"er: pos\"\n";

    private const string Values =
        "!series_matrix_table_begin\n\"ID_REF\"\t\"GSM1\"\t\"GSM2\"\t\"GSM3\"\n\"1_at\"\t1\t2\t3\n\"2_at\"\t4\tnull\t6\n";

    private const string End = "!series_matrix_table_end\n";

    public static IReadOnlyList<FaultyInput> All { get; } =
    [
        Clinic("an empty file", ""),
        Clinic("a header without rows", "patient\tage\n"),
        Clinic("blank lines alone", "\n\n\n"),
        new(Tables, "a folder in place of a file", s => Folder(s, "clinical.tsv"), "clinical: [{file: clinical.tsv}]"),
        new(Tables, "a file that is not there", s => s, "clinical: [{file: clinical.tsv}]"),
        new(
            Tables,
            "a spreadsheet under the name of a table",
            s => s.With("clinical.tsv", [0x50, 0x4b, 3, 4, 20, 0, 6, 0])
        ),
        new(Tables, "a binary file", s => s.With("clinical.tsv", "patient\tage\nP1\t\0\u0001\n"u8.ToArray())),
        new(Tables, "a gzip file that was cut off", s => s.With("clinical.tsv.gz", Zipped(Many())[..60])),
        new(Tables, "a gzip file with a damaged byte", s => s.With("clinical.tsv.gz", Damaged(Zipped(Many())))),
        new(
            Tables,
            "bytes of Latin-1 where UTF-8 is expected",
            s => s.With("clinical.tsv", [.. "patient\tsite\nP1\tK"u8, 0xf6, .. "ln\n"u8])
        ),
        new(
            Tables,
            "a name of an encoding that is not known",
            s => s.With("clinical.tsv", "patient\tage\nP1\t50\n"),
            "clinical: [{file: clinical.tsv, encoding: klingon}]"
        ),
        Clinic("a row with more cells than the header", "patient\tage\nP1\t50\t7\nP2\t60\n"),
        Layer("a row with too few cells", "gene\tP1\tP2\tP3\nESR1\t1\t2\nPGR\t4\t5\t6\n"),
        Layer("a row with too many cells", "gene\tP1\tP2\tP3\nESR1\t1\t2\t3\t4\nPGR\t4\t5\t6\n"),
        Layer("a word among the numbers", "gene\tP1\tP2\tP3\nESR1\t1\thigh\t3\nPGR\t4\t5\t6\n"),
        Layer("decimal commas", "gene\tP1\tP2\tP3\nESR1\t1,5\t2,5\t3\nPGR\t4,1\t5,0\t6,5\n"),
        Layer("thousands separators", "gene\tP1\tP2\tP3\nESR1\t1,234.5\t2\t3\nPGR\t4\t5\t6\n"),
        Layer("infinite values", "gene\tP1\tP2\tP3\nESR1\t-Inf\t2\t3\nPGR\t4\t5\t6\n"),
        Layer("a header without rows", "gene\tP1\tP2\tP3\n"),
        Layer("names without any column of numbers", "gene\nESR1\nPGR\n"),
        Layer("a gene in two rows", Rows + "ESR1\t7\t8\t9\n"),
        Layer("a column twice", "gene\tP1\tP2\tP2\nESR1\t1\t2\t3\n"),
        Layer("a name that a spreadsheet made a date", Rows + "1-Mar\t7\t8\t9\n"),
        Layer("samples that match no patient", "gene\tX1\tX2\tX3\nESR1\t1\t2\t3\n"),
        new(
            Numbers,
            "text of 16 bits",
            s => Patients(s).With("expression.tsv", [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Rows)])
        ),
        new(
            Numbers,
            "a zero byte",
            s => Patients(s).With("expression.tsv", Rows.Replace("2\t3", "2\0\t3", StringComparison.Ordinal))
        ),
        InGct(
            "other dimensions than line 2 states",
            "#1.2\n9\t3\nName\tDescription\tP1\tP2\tP3\nESR1\tx\t1\t2\t3\nPGR\ty\t4\t5\t6\n"
        ),
        InGct("no column Description", "#1.2\n2\t3\nName\tP1\tP2\tP3\nESR1\t1\t2\t3\n"),
        InGct("words in place of the dimensions", "#1.2\ntwo\tthree\nName\tDescription\tP1\n"),
        InGct("a version that is not known", "#1.4\n2\t3\nName\tDescription\tP1\n"),
        InGct("a row with too few cells", Head + "ESR1\tx\t1\t2\nPGR\ty\t4\t5\t6\n"),
        InGct("a word among the numbers", Head + "ESR1\tx\t1\tlow\t3\nPGR\ty\t4\t5\t6\n"),
        InGct("1.3: two numbers in line 2", "#1.3\n2\t3\nid\tP1\tP2\tP3\nESR1\t1\t2\t3\n"),
        InGct("1.3: annotations that the header lacks", "#1.3\n2\t3\t1\t0\nid\tP1\tP2\tP3\nESR1\t1\t2\t3\n"),
        InGct(
            "1.3: more lines of annotations stated than there are",
            "#1.3\n2\t3\t0\t9\nid\tP1\tP2\tP3\ngrade\t1\t2\t3\nESR1\t1\t2\t3\n"
        ),
        InSeries("no line !series_matrix_table_begin", Matrix),
        InSeries("no line !series_matrix_table_end", Matrix + Values),
        InSeries(
            "no number (sequencing)",
            Matrix + "!series_matrix_table_begin\n\"ID_REF\"\t\"GSM1\"\t\"GSM2\"\t\"GSM3\"\n!series_matrix_table_end\n"
        ),
        InSeries("no names of samples", "!Series_title\t\"a\"\n!Sample_title\t\"a\"\n" + Values),
        new(
            Series,
            "titles twice, used as names",
            s => s.With("GSE1_series_matrix.txt", Matrix + Values + End),
            "clinical: [{file: GSE1_series_matrix.txt, patient: title}]"
        ),
        new(
            Series,
            "several platforms",
            s =>
                s.With("GSE1-GPL1_series_matrix.txt", Matrix + Values + End)
                    .With(
                        "GSE1-GPL2_series_matrix.txt",
                        (Matrix + Values + End).Replace("GSM", "GSM9", StringComparison.Ordinal)
                    )
        ),
        Patient("a patient twice with different values", "patient\tage\nP1\t50\nP1\t51\nP2\t60\n"),
        Patient("a row without a patient", "patient\tage\nP1\t50\n\t51\n"),
        Patient("no column that names patients", "age\tgrade\n50\t1\n50\t2\n"),
        Patient("a word for an event that is not known", "patient\tt\te\nP1\t10\tdead\nP2\t20\tgone\n", Outcome + "\n"),
        Patient("negative times", "patient\tt\te\nP1\t-10\tdead\nP2\t20\talive\n", Outcome),
        Patient("a time without an event", "patient\tt\te\nP1\t10\tNA\nP2\t20\talive\n", Outcome),
        Patient("a unit of time that is not told", "patient\tt\te\nP1\t3.5\tdead\nP2\t20\talive\n", Outcome),
        Patient(
            "a misspelt status",
            "patient\ter\nP1\tPositve\nP2\tpositiv\nP3\tnegative\n",
            "variables: {er: {column: er}}"
        ),
        Patient(
            "an age with a unit",
            "patient\tage\nP1\t50 years\nP2\t60\nP3\t61\n",
            "variables: {age: {column: age}}"
        ),
        Patient(
            "a column that the mapping names and the file lacks",
            "patient\tage\nP1\t50\n",
            "variables: {er: {column: ER_STATUS}}"
        ),
        Patient(
            "ARFF: a value that was not declared",
            "@relation t\n@attribute patient string\n@attribute er {pos,neg}\n@data\nP1,pos\nP2,maybe\n"
        ),
        Patient("ARFF: sparse rows", "@relation t\n@attribute patient string\n@data\n{0 P1}\n"),
        new(Others, "a field that is not known", s => Patients(s), "titel: x"),
        new(Others, "a mapping that is no YAML", s => Patients(s), "title: [unclosed"),
        new(
            Others,
            "a table of symbols without symbols",
            s => Patients(s).With("s.txt", "a\tb\n1\t2\n"),
            "symbols: s.txt"
        ),
        new(Others, "records that are named nowhere", s => Patients(s), "treatments: {chemotherapy: {records: drugs}}"),
        new(
            Others,
            "a name of several genes",
            s =>
                Patients(s)
                    .With("s.txt", "symbol\tprev_symbol\talias_symbol\nERBB2\t\tNEU\nNEU1\t\tNEU\n")
                    .With("expression.tsv", Rows + "NEU\t1\t2\t3\n"),
            "symbols: s.txt"
        ),
        .. FaultyMutations.All,
    ];

    private static FaultyInput Clinic(string what, string text) => new(Tables, what, s => s.With("clinical.tsv", text));

    private static FaultyInput Patient(string what, string text, string mapping = "") =>
        new(Clinical, what, s => s.With("clinical.tsv", text), mapping);

    private static FaultyInput Layer(string what, string text) =>
        new(Numbers, what, s => Patients(s).With("expression.tsv", text));

    private static FaultyInput InGct(string what, string text) =>
        new(Gct, what, s => Patients(s).With("expression.gct", text));

    private static FaultyInput InSeries(string what, string text) =>
        new(Series, what, s => s.With("GSE1_series_matrix.txt", text));

    private static SmallStudy Patients(SmallStudy study) =>
        study.With("clinical.tsv", "patient\tage\nP1\t50\nP2\t60\nP3\t70\n");

    private static SmallStudy Folder(SmallStudy study, string name)
    {
        Directory.CreateDirectory(Path.Combine(study.Folder, name));
        return study;
    }

    private static string Many() =>
        "patient\tage\n" + string.Concat(Enumerable.Range(0, 500).Select(p => $"P{p * 7919 % 1000}\t{p * 31 % 97}\n"));

    private static byte[] Damaged(byte[] zipped)
    {
        zipped[zipped.Length / 2] ^= 0xff;
        return zipped;
    }

    internal static byte[] Zipped(string text)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }
}
