using Refractor.Audit.Texts;

namespace Refractor.Audit.Reporting;

/// <summary>Writes the result of an audit as SARIF 2.1.0, for code hosts and editors.</summary>
public static class AuditSarif
{
    private const int PapersNamed = 3;
    private const string Disagreement = "disagreement";

    /// <summary>The report as one run, with a rule for each verdict that needs a look and one for disagreements.</summary>
    /// <param name="report">The report.</param>
    /// <param name="version">Version of Refractor.</param>
    public static string Of(AuditReport report, string version)
    {
        var findings = report
            .Files.SelectMany(f => f.Statements.Where(s => LevelOf(s.Verdict) != "none").Select(s => Of(f, s)))
            .Concat(report.Disagreements.Select(d => Of(report, d)));
        return SarifLog.Of(Rules(), [.. findings], version);
    }

    private static List<SarifRule> Rules() =>
        [
            .. AuditVerdicts.All.Select(RuleOf),
            new(
                Disagreement,
                "warning",
                "Two statements cannot both hold.",
                "Two statements of the audited texts on the same feature and therapy cannot both hold.",
                "Read both with their papers and correct one of them."
            ),
        ];

    private static SarifRule RuleOf(AuditVerdict verdict)
    {
        var meaning = VerdictText.Meaning(verdict);
        var advice = VerdictText.Advice(verdict);
        return new SarifRule(
            AuditVerdicts.NameOf(verdict),
            LevelOf(verdict),
            meaning.Split(':', '.', ';')[0] + ".",
            meaning,
            advice.Length > 0 ? $"{meaning} {advice}" : meaning
        );
    }

    private static string LevelOf(AuditVerdict verdict) =>
        verdict switch
        {
            <= AuditVerdict.WrongCitation => "error",
            AuditVerdict.PartlySupported => "warning",
            AuditVerdict.Uncited or AuditVerdict.NotInKnowledge => "note",
            _ => "none",
        };

    private static SarifFinding Of(AuditedFile file, AuditedStatement statement)
    {
        var cited = statement.Source.Citations.Select(c => c.Reference).OfType<ListedReference>().Distinct();
        return new SarifFinding(
            AuditVerdicts.NameOf(statement.Verdict),
            Message(new AuditFinding(file, statement)),
            PlaceOf(file.Text, statement.Source),
            Identity(statement),
            [.. cited.Select(r => PlaceOf(file.Text, r))]
        );
    }

    private static SarifFinding Of(AuditReport report, AuditDisagreement disagreement)
    {
        var a = PlaceOf(report.Files.First(f => f.Path == disagreement.FileA).Text, disagreement.A.Source);
        var b = PlaceOf(report.Files.First(f => f.Path == disagreement.FileB).Text, disagreement.B.Source);
        return new SarifFinding(
            Disagreement,
            disagreement.Reason,
            a,
            $"{Identity(disagreement.A)}\n{Identity(disagreement.B)}",
            [b with { Message = disagreement.B.Source.Plain }]
        );
    }

    private static string Message(AuditFinding finding)
    {
        var papers = finding.Papers.Take(PapersNamed).Select(EvidenceText.Source).ToList();
        return papers.Count > 0 ? $"{finding.Reason} Evidence: {string.Join("; ", papers)}." : finding.Reason;
    }

    /// <summary>The words of the statement and what it is about: several findings of one enumeration differ in the latter.</summary>
    private static string Identity(AuditedStatement statement) =>
        $"{statement.Source.Plain}\n{UnderstoodText.Of(statement.Understood)}";

    private static SarifPlace PlaceOf(ReadText text, TextStatement statement) =>
        new(
            text.Path,
            TextRegion.Of(text.Original, statement.Start, statement.Length, statement.Line, statement.Column)
        );

    private static SarifPlace PlaceOf(ReadText text, ListedReference reference) =>
        new(
            text.Path,
            TextRegion.Of(text.Original, reference.Start, reference.Length, reference.Line, reference.Column),
            $"Reference {reference.Key}"
        );
}
