using Refractor.Audit;

namespace Refractor.Benchmarks.Audit.Labels;

/// <summary>A label with the audited statement that overlaps it most.</summary>
public sealed record LabelScore(string File, AuditLabel Label, AuditedStatement? Statement)
{
    /// <summary>A part of which the audit made no statement counts as not checkable.</summary>
    public AuditVerdict Got => Statement?.Verdict ?? AuditVerdict.NotCheckable;

    public bool Agrees => Label.Accepts(Got);

    public bool IsDamaged => Label.Damage != "none";

    /// <summary>Whether a damaged statement came out as one that nobody would look at again.</summary>
    public bool IsCaught =>
        Agrees || Got is not (AuditVerdict.Supported or AuditVerdict.Uncited or AuditVerdict.NotCheckable);

    public bool IsFalseAlarm =>
        !IsDamaged
        && !Agrees
        && Got
            is AuditVerdict.Contradicted
                or AuditVerdict.Overclaim
                or AuditVerdict.WrongCitation
                or AuditVerdict.CitationNotFound;

    public static IReadOnlyList<LabelScore> Of(IReadOnlyList<LabelledText> texts, AuditReport report) =>
        [
            .. texts
                .Zip(report.Files)
                .SelectMany(x =>
                    x.First.Labels.Select(l => new LabelScore(x.First.Name, l, Match(x.First, l, x.Second)))
                ),
        ];

    /// <summary>Whether a statement lies on the label's part of its text.</summary>
    public bool Covers(AuditedStatement statement, string file) =>
        file == File
        && Statement is { } own
        && statement.Source.Start < own.Source.Start + own.Source.Length
        && own.Source.Start < statement.Source.Start + statement.Source.Length;

    private static AuditedStatement? Match(LabelledText text, AuditLabel label, AuditedFile file)
    {
        var start = text.Text.IndexOf(label.Text, StringComparison.Ordinal);
        if (start < 0)
            throw new InvalidDataException($"{text.Name}: label {label.Number} is no part of the text: {label.Text}");
        var best = file
            .Statements.Select(s => (Statement: s, Overlap: Overlap(s, start, start + label.Text.Length)))
            .Where(x => x.Overlap > 0)
            .OrderByDescending(x => x.Overlap)
            .ThenBy(x => x.Statement.Source.Length)
            .ThenBy(x => x.Statement.Verdict);
        return best.FirstOrDefault().Statement;
    }

    private static int Overlap(AuditedStatement statement, int start, int end) =>
        Math.Min(end, statement.Source.Start + statement.Source.Length) - Math.Max(start, statement.Source.Start);
}
