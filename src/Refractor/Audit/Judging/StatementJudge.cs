using Refractor.Answers.Writing;
using Refractor.Audit.Understanding;
using Refractor.Knowledge;

namespace Refractor.Audit.Judging;

/// <summary>The verdict on a statement, or on a part of one.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reasons">Why; the first decides.</param>
/// <param name="Evidence">Items compared, the deciding one first.</param>
internal sealed record Judgement(
    AuditVerdict Verdict,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<EvidenceItem> Evidence
);

/// <summary>Judges what a statement says: its content first, its reference only when the content holds.</summary>
internal sealed class StatementJudge(EvidenceProfiles profiles)
{
    private const double SameSubject = 1.0;
    private const double Enough = 2.6;
    private const int MostShown = 5;

    private readonly FitScale _scale = new(profiles);
    private readonly ConflictTest _conflict = new(profiles.Pack);
    private readonly SubjectTest _subject = new(profiles);
    private readonly OverclaimTest _overclaim = new(profiles.Pack.Lexicon);

    public Judgement Judge(Reading reading, CitedPapers cited, StatementContext context)
    {
        if (reading.Tone.IsTalk)
            return new Judgement(AuditVerdict.NotCheckable, ["an offer or a remark to the reader"], []);
        var says = SaysSomething(reading);
        if (!says && reading.Source.Citations.Count == 0)
            return new Judgement(AuditVerdict.NotCheckable, ["it states no finding"], []);
        if (reading.Tone.IsRemark && reading.Numbers.Count == 0 && reading.Source.Citations.Count == 0)
            return new Judgement(
                AuditVerdict.NotCheckable,
                ["a definition or a remark without a finding of its own"],
                []
            );
        if (IsGeneral(reading))
            return new Judgement(AuditVerdict.NotCheckable, ["a general remark without a finding of its own"], []);
        var fits = Fits(reading, cited, context.LastPaper);
        if (fits.Count == 0 && cited.Papers.FirstOrDefault(p => p.Retracted) is { } retracted)
            return new Judgement(AuditVerdict.Retracted, [CitationTest.Retracted(retracted)], []);
        if (fits.Count == 0)
            return says ? Unknown(reading) : new Judgement(AuditVerdict.NotCheckable, ["it states no finding"], []);
        var compared = Choice.Of(reading, fits, cited.Papers, context.LastPaper);
        if (SaysAnother(compared))
            return new Judgement(
                AuditVerdict.NotInKnowledge,
                [
                    $"the knowledge holds evidence on {compared.Item.Feature.Name}, but nothing on this; this does not make it false",
                ],
                []
            );
        context.LastPaper = compared.Item.Paper;
        return Decide(compared, cited);
    }

    /// <summary>Whether there is anything to compare: a feature with an outcome, a change, a therapy or a figure.</summary>
    private static bool SaysSomething(Reading reading)
    {
        var says =
            reading.Outcome is not null
            || reading.States.Count > 0
            || reading.Numbers.Any(n => n.Kind != NumberKind.Other);
        var names =
            reading.Features.Any()
            || reading.Groups.Count > 0
            || reading.NamesUnknown
            || reading.Therapies.Count > 0
            || reading.Trials.Count > 0;
        if (reading.Named.Count > 0 || reading.Therapies.Count > 0 || reading.NamesUnknown)
            return says || !reading.Tone.IsGeneral;
        return says
            && names
            && (reading.Outcome is not null || reading.Numbers.Count > 0 || reading.Endpoints.Count > 0);
    }

    /// <summary>Whether it tells something else of a known feature: no outcome, state, figure or citation ties it to what is held.</summary>
    private static bool SaysAnother(Compared compared) =>
        compared is { Agreement: Agreement.Silent, Chosen.Numbers: 0 }
        && Directions.Stated(compared.Reading) is null
        && compared.Reading.States.Count == 0
        && compared.Reading.Source.Citations.Count == 0;

    /// <summary>"Resistance involves multiple mechanisms": nothing in it could be compared.</summary>
    private static bool IsGeneral(Reading reading) =>
        reading.Tone.IsGeneral
        && reading.Named.Count == 0
        && reading.Groups.Count == 0
        && reading.Numbers.Count == 0
        && !reading.NamesUnknown
        && reading.Source.Citations.Count == 0;

    private List<Fit> Fits(Reading reading, CitedPapers cited, Paper? last)
    {
        var papers = last is null ? cited.Papers : cited.Papers.Append(last);
        var words = profiles.Weigh(reading.Words);
        return
        [
            .. profiles
                .Candidates(reading, papers)
                .Select(row => _scale.Of(row, reading, words, cited.Papers, last))
                .Where(f => (f.Subject >= SameSubject || f.Numbers > 1) && f.Score >= Enough && !f.Item.Paper.Retracted)
                .Where(f => f.Therapy >= 0 || f.Numbers > 0 || cited.Papers.Contains(f.Item.Paper))
                .OrderByDescending(f => f.Score)
                .ThenBy(f => f.Item.Index),
        ];
    }

    private Judgement Decide(Compared compared, CitedPapers cited)
    {
        var findings = new List<Finding>();
        if (compared.Agreement == Agreement.Opposes)
            findings.Add(Opposed(compared));
        findings.AddRange(_subject.Find(compared));
        if (compared.OtherSide is { } other)
            findings.Add(ConflictTest.OtherSide(other));
        findings.AddRange(NumberTest.Find(compared));
        findings.AddRange(_overclaim.Find(compared));
        findings.AddRange(_conflict.Find(compared));
        if (
            compared.Agreement == Agreement.Silent
            && Directions.Stated(compared.Reading) is not null
            && compared.Chosen.Numbers == 0
        )
            findings.Add(
                new Finding(AuditVerdict.PartlySupported, "the evidence names it without the direction that is told")
            );
        if (!compared.Item.IsConfirmed)
            findings.Add(new Finding(AuditVerdict.PartlySupported, "seen only through another text, not confirmed"));
        var isWrong = findings.Exists(f => f.Verdict is AuditVerdict.Contradicted or AuditVerdict.Overclaim);
        if (!isWrong)
            findings.AddRange(CitationTest.Find(compared, cited));
        return Verdict(compared, findings);
    }

    private static Finding Opposed(Compared compared)
    {
        var item = compared.Item;
        var paper = PaperText.Short(item.Paper);
        var subject = SubjectPhrase.Of(item);
        var found = (item.Relation, item.Effect) switch
        {
            (Relation.TreatmentChange, Effect.NoEffect) => $"saw no consistent change of {item.Feature.Name}",
            (Relation.TreatmentChange, _) => $"saw {subject} instead",
            (_, Effect.NoEffect) => $"found no association of {subject}",
            (_, Effect.Resistance) => $"found {subject} with resistance or worse outcome",
            _ => $"found {subject} with sensitivity or better outcome",
        };
        var population = item.Subtype is { Name: not "any" } subtype ? $" in {subtype.Label} disease" : "";
        var figures = population + (item.Result.Printed is { } printed ? $" ({printed})" : "");
        return item.IsConfirmed
            ? new Finding(AuditVerdict.Contradicted, $"{paper} {found}{figures}")
            : new Finding(AuditVerdict.PartlySupported, $"by what another text says of it, {paper} {found}{figures}");
    }

    private static Judgement Verdict(Compared compared, List<Finding> findings)
    {
        var order = findings.OrderBy(f => f.Verdict).ToList();
        // The other side of a conflict is told, but a statement without a reference stays uncited.
        if (order.Exists(f => f.Verdict == AuditVerdict.Uncited))
            order = [.. order.OrderBy(f => f.IsOtherSide).ThenBy(f => f.Verdict)];
        var verdict = order.Count == 0 ? AuditVerdict.Supported : order[0].Verdict;
        var reasons = order.Select(f => f.Reason).Distinct().ToList();
        if (reasons.Count == 0)
            reasons.Add($"{PaperText.Short(compared.Item.Paper)} says so");
        var evidence = compared
            .Support.Prepend(compared.Chosen)
            .Select(f => f.Item)
            .Concat(
                compared
                    .Fits.Where(f =>
                        Directions.Compare(compared.Reading, f.Item) == Agreement.Opposes
                        && f.Score > compared.Chosen.Score - 1
                    )
                    .Select(f => f.Item)
            )
            .Distinct()
            .Take(MostShown);
        return new Judgement(verdict, reasons, [.. evidence]);
    }

    private static Judgement Unknown(Reading reading)
    {
        var what =
            reading.Named.Count > 0
                ? $"no evidence on {string.Join(", ", reading.Named.Take(3).Select(n => n.Feature.Name))}{(reading.Therapies.Count > 0 ? $" under {reading.Therapies[0].Label}" : "")}"
                : "nothing like it";
        return new Judgement(
            AuditVerdict.NotInKnowledge,
            [$"the knowledge holds {what}; this does not make it false"],
            []
        );
    }
}
