using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>Sentences that claim more than the finding shows.</summary>
internal sealed class OverstatedSentences(Subjects subjects)
{
    public string? Write(Told told)
    {
        var therapy = Names.Of(told.Therapies, told.Style);
        if (therapy.Length == 0)
            return null;
        return told.Telling switch
        {
            Telling.AsPatients => AsPatients(told, therapy),
            Telling.AsCause => AsCause(told, therapy),
            Telling.AsPredictive => AsPredictive(told, therapy),
            _ => AsSettled(told, therapy),
        };
    }

    private string? AsPatients(Told told, string therapy)
    {
        if (Subject(told) is not { } subject)
            return null;
        var subtype = told.Subtype is { } s ? Names.Of(s, told.Style) + " " : "";
        var be = subject.IsPlural ? "are" : "is";
        var isResistant = told.Effect == Effect.Resistance;
        return told.Style.Pick(
            Choice.Template,
            [
                $"Patients with {subtype}breast cancer whose tumours show {subject.Words} respond {(isResistant ? "poorly" : "well")} to {therapy}",
                $"In patients with {subtype}breast cancer, {subject.Words} {be} associated with {(isResistant ? "resistance" : "sensitivity")} to {therapy}",
                $"{subject.Words.Capital()} {be} associated with a {(isResistant ? "poorer" : "better")} clinical response to {therapy} in patients with {subtype}breast cancer",
            ]
        );
    }

    private string? AsCause(Told told, string therapy)
    {
        if (subjects.Of(told) is not { } subject)
            return null;
        var subtype = told.Subtype is { } s ? Names.Of(s, told.Style) + " " : "";
        var turned = told.Effect == Effect.Resistance ? "resistant" : "sensitive";
        var noun = told.Effect == Effect.Resistance ? "resistance" : "sensitivity";
        return told.Style.Pick(
            Choice.Template,
            [
                $"{subject.Words.Capital()} directly {(subject.IsPlural ? "cause" : "causes")} {noun} to {therapy} in {subtype}breast cancer",
                $"{subject.Words.Capital()} {(subject.IsPlural ? "make" : "makes")} {subtype}breast tumours {turned} to {therapy}",
                $"{subject.Words.Capital()} {(subject.IsPlural ? "drive" : "drives")} {noun} to {therapy} in {subtype}breast cancer",
                $"{subject.Words.Capital()} {(subject.IsPlural ? "confer" : "confers")} {noun} to {therapy} in {subtype}breast cancer",
            ]
        );
    }

    private string? AsPredictive(Told told, string therapy)
    {
        if (subjects.Of(told) is not { } subject)
            return null;
        var people = Patients.Of(told, "");
        var (size, side) = told.Effect == Effect.Resistance ? ("less", "smaller") : ("more", "greater");
        return told.Style.Pick(
            Choice.Template,
            [
                $"{subject.Words.Capital()} {(subject.IsPlural ? "predict" : "predicts")} {size} benefit from {therapy} than from other treatment in {people}",
                $"{subject.Words.Capital()} {(subject.IsPlural ? "identify" : "identifies")} {people} who benefit {size} from {therapy} than from alternative regimens",
                $"In {people}, {subject.Words} {(subject.IsPlural ? "are predictive" : "is predictive")} of a {side} benefit from {therapy} compared with other regimens, not merely prognostic",
            ]
        );
    }

    private string? AsSettled(Told told, string therapy)
    {
        if (subjects.Of(told) is not { } subject)
            return null;
        var noun = told.Effect == Effect.Resistance ? "resistance" : "sensitivity";
        var be = subject.IsPlural ? "are" : "is";
        return told.Style.Pick(
            Choice.Template,
            [
                $"All studies agree that {subject.Words} {be} associated with {noun} to {therapy}",
                $"{subject.Words.Capital()} reliably {(subject.IsPlural ? "predict" : "predicts")} {noun} to {therapy}",
                $"Across studies, {subject.Words} {be} consistently associated with {noun} to {therapy}",
                $"{subject.Words.Capital()} {be} an established marker of {noun} to {therapy}, without conflicting data",
            ]
        );
    }

    private Noun? Subject(Told told) => told.IsExperiment ? Natural(told) : subjects.Of(told);

    /// <summary>What stands in a tumour for what was done to cells.</summary>
    private Noun? Natural(Told told)
    {
        var measured = subjects.Measured(told);
        return told.Item.Level is Level.CellPhenotype or Level.DnaVariant
            ? subjects.Of(told)
            : measured with
            {
                Words = (told.IsLess ? "low " : "high ") + measured.Words,
            };
    }
}
