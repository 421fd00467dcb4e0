using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>Writes a sentence on a finding, without full stop and citation.</summary>
public sealed class Sentences
{
    private readonly Subjects _subjects;
    private readonly ModelSentences _models;
    private readonly OverstatedSentences _overstated;

    public Sentences(Vocabulary.Lexicon lexicon)
    {
        _subjects = new Subjects(new Names(lexicon));
        _models = new ModelSentences(_subjects);
        _overstated = new OverstatedSentences(_subjects);
    }

    /// <summary>The sentence; null when there are no words for what is told.</summary>
    public string? Write(Told told) =>
        told switch
        {
            { Telling: not Telling.Plain } => _overstated.Write(told),
            { IsChange: true } => ChangeSentences.Write(told, _subjects),
            { IsExperiment: true, IsModel: false } => null,
            { IsModel: true } => _models.Write(told),
            _ => Clinical(told),
        };

    private string? Clinical(Told told)
    {
        if (
            _subjects.Of(told) is not { } subject
            || told.Item.Relation is Relation.CrossResistance or Relation.Mechanism
        )
            return null;
        var therapy = Names.Of(told.Therapies, told.Style);
        var outcome = Endpoints.Write(told, therapy, out var namesTherapy);
        var people = Patients.Of(told, namesTherapy ? "" : therapy);
        var many = Patients.Counted(told, namesTherapy ? "" : therapy);
        var verb = Verb(told, subject);
        var figures = told.Figures.Write(told.Style);
        return told.Style.Pick(
            Choice.Template,
            [
                $"{subject.Words.Capital()} {verb} {outcome} in {people}{figures}",
                $"Among {people}, {subject.Words} {verb} {outcome}{figures}",
                $"In {many}, {subject.Words} {verb} {outcome}{figures}",
                $"{Had(told, subject, outcome, people)}{figures}",
                $"In {many}, {subject.Words} {verb} {outcome}{figures}",
            ]
        );
    }

    private static string Had(Told told, Noun subject, string outcome, string people)
    {
        if (told.Effect == Effect.NoEffect)
            return $"{subject.Words.Capital()} made no significant difference to {outcome} in {people}";
        return
            told.Item.Level is Level.GermlineVariant or Level.CellPhenotype
            || outcome.StartsWith("resistance", StringComparison.Ordinal)
            || outcome.StartsWith("sensitivity", StringComparison.Ordinal)
            ? $"{subject.Words.Capital()} {subject.Was} linked to {outcome} among {people}"
            : $"{people.Capital()} whose tumours showed {subject.Words} had {outcome}";
    }

    internal static string Verb(Told told, Noun subject) =>
        told.Effect == Effect.NoEffect
            ? told.Style.Pick(
                Choice.Verb,
                [
                    $"{subject.Was} not associated with",
                    "showed no association with",
                    "did not correlate with",
                    $"{subject.Was} unrelated to",
                ]
            )
            : told.Style.Pick(
                Choice.Verb,
                [$"{subject.Was} associated with", "correlated with", "went along with", $"{subject.Was} linked to"]
            );
}
