namespace Refractor.Audit.Reporting.Html;

/// <summary>A stretch of the text with all findings on it: an enumeration has several.</summary>
/// <param name="Number">Number of its note, from 1 over all files; 0 when there is nothing to note.</param>
/// <param name="Statements">The findings, at least one, as they stand in the report.</param>
internal sealed record MarkedSpan(int Number, IReadOnlyList<AuditedStatement> Statements)
{
    public int Start => Statements[0].Source.Start;

    public int End => Start + Statements[0].Source.Length;

    public int Paragraph => Statements[0].Source.Paragraph;

    public bool IsHeading => Statements[0].Source.IsHeading;

    /// <summary>The gravest verdict on it.</summary>
    public AuditVerdict Verdict { get; } = Statements.Min(s => s.Verdict);
}

/// <summary>A file with its stretches in text order.</summary>
/// <param name="File">The file.</param>
/// <param name="Index">Its position among the files, from 0.</param>
/// <param name="Spans">The stretches.</param>
internal sealed record MarkedFile(AuditedFile File, int Index, IReadOnlyList<MarkedSpan> Spans)
{
    public string Name => File.Path == "-" ? "standard input" : File.Path;

    /// <summary>The files with their stretches numbered.</summary>
    public static IReadOnlyList<MarkedFile> Of(AuditReport report)
    {
        var files = new List<MarkedFile>();
        var number = 0;
        foreach (var file in report.Files)
        {
            var spans = file
                .Statements.GroupBy(s => (s.Source.Start, s.Source.Length))
                .OrderBy(g => g.Key.Start)
                .Select(g => new MarkedSpan(g.All(IsUnmarked) ? 0 : ++number, [.. g]))
                .ToList();
            files.Add(new MarkedFile(file, files.Count, spans));
        }
        return files;
    }

    /// <summary>Address on the page of an entry of the reference list.</summary>
    public string ReferenceId(int index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r{Index + 1}-{index + 1}");

    private static bool IsUnmarked(AuditedStatement statement) => statement.Verdict == AuditVerdict.NotCheckable;
}
