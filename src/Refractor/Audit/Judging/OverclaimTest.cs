using System.Text.RegularExpressions;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>Finds what a statement claims beyond its evidence: population, kind of study, cause, prediction, certainty.</summary>
internal sealed partial class OverclaimTest(Lexicon lexicon)
{
    public IEnumerable<Finding> Find(Compared compared)
    {
        if (compared.Agreement == Agreement.Opposes)
            return [];
        return Models(compared)
            .Concat(Population(compared))
            .Concat(Cause(compared))
            .Concat(Prediction(compared))
            .Concat(Certainty(compared));
    }

    private static IEnumerable<Finding> Models(Compared compared)
    {
        var tone = compared.Reading.Tone;
        if (tone.OfModels || compared.Support.Any(f => f.Item.IsClinical && f.Subject >= compared.Chosen.Subject - 1))
            yield break;
        var where = compared.Item.Design switch
        {
            Design.CellLine or Design.Screen => "in cell lines",
            Design.Xenograft => "in animals",
            Design.InSilico => "by computation",
            Design.Review => "in a review",
            _ => "in models",
        };
        if (compared.Item.Design is Design.Review)
            yield break;
        if (tone.OfPatients || compared.Reading.Settings.Any(s => s is not (Setting.InVitro or Setting.InVivo)))
            yield return new Finding(AuditVerdict.Overclaim, $"told of patients, but shown {where} only");
        else if (!tone.OfExperiment)
            yield return new Finding(
                AuditVerdict.PartlySupported,
                $"shown {where} only, which the sentence does not say"
            );
    }

    private IEnumerable<Finding> Population(Compared compared)
    {
        var known = compared.Item.Subtype;
        if (known is null || known.Name == "any")
            yield break;
        var stated = compared.Reading.Subtypes;
        if (stated.Any(s => lexicon.IsWithin(s, known)))
            yield break;
        var isWider = stated.Count == 0 || stated.Any(s => lexicon.IsWithin(known, s));
        var differs = compared.Fits.FirstOrDefault(f => Differs(f, compared, known));
        if (!isWider)
            yield return new Finding(
                compared.Reading.Tone.IsExclusive ? AuditVerdict.Contradicted : AuditVerdict.Overclaim,
                $"shown in {known.Label} disease, not in {stated[0].Label}"
            );
        else if (compared.Reading.Tone.OfEverySubtype)
            yield return new Finding(AuditVerdict.Overclaim, $"told of every subtype, but shown in {known.Label} only");
        else if (differs is not null)
            yield return new Finding(
                AuditVerdict.Overclaim,
                $"holds in {known.Label} disease, not in {differs.Item.Subtype!.Label} ({PaperText.Short(differs.Item.Paper)}); the sentence does not say so"
            );
    }

    /// <summary>The same paper, feature and therapy in a subtype apart, with another result.</summary>
    private bool Differs(Fit other, Compared compared, Subtype known) =>
        other.Item.Paper == compared.Item.Paper
        && other.Item.Feature == compared.Item.Feature
        && other.Item.Relation == compared.Item.Relation
        && other.Item.Effect != compared.Item.Effect
        && other.Item.Effect != Effect.Mixed
        && other.Item.State == compared.Item.State
        && other.Item.Subtype is { Name: not "any" } subtype
        && !lexicon.IsWithin(subtype, known)
        && !lexicon.IsWithin(known, subtype);

    private static IEnumerable<Finding> Cause(Compared compared)
    {
        if (!compared.Reading.Tone.IsCausal || compared.Reading.Tone.IsHedged)
            yield break;
        if (!compared.Item.IsClinical || compared.Item.Design is Design.Review or Design.InSilico)
            yield break;
        if (
            compared.Fits.Any(f =>
                f.Item.Relation == Relation.Mechanism
                && Directions.Compare(compared.Reading, f.Item) == Agreement.Agrees
            )
        )
            yield break;
        if (compared.Item.Relation is Relation.Predictive or Relation.Prognostic)
            yield return new Finding(AuditVerdict.Overclaim, "an association in patients told as a cause");
    }

    private static IEnumerable<Finding> Prediction(Compared compared)
    {
        var (tone, item) = (compared.Reading.Tone, compared.Item);
        var isTested =
            item.PredictiveDesign is PredictiveDesign.InteractionTested or PredictiveDesign.RandomisedBothArms;
        if (
            item.Relation == Relation.TreatmentChange
            && (tone.Predicts || tone.PredictsBenefit || (tone.BeforeTreatment && tone.Concludes))
        )
            yield return new Finding(
                AuditVerdict.Overclaim,
                "a change between before and after treatment told as a predictor before it"
            );
        else if (item.Relation == Relation.Prognostic && IsAboutResponse(compared))
            yield return new Finding(AuditVerdict.Overclaim, "a prognostic finding told as resistance or response");
        else if (tone.PredictsBenefit && !isTested && item.IsClinical)
            yield return new Finding(
                AuditVerdict.Overclaim,
                "told as telling whom the therapy helps, but patients without the therapy were not compared"
            );
    }

    private static bool IsAboutResponse(Compared compared) =>
        (compared.Reading.Tone.PredictsBenefit || ResponseWords().IsMatch(compared.Reading.Text))
        && !compared.Fits.Any(f =>
            f.Item.Relation == Relation.Predictive
            && Directions.Compare(compared.Reading, f.Item) == Agreement.Agrees
            && f.Subject >= compared.Chosen.Subject - 0.5
        );

    private static IEnumerable<Finding> Certainty(Compared compared)
    {
        if (!compared.Reading.Tone.IsSettled)
            yield break;
        var against = compared.Fits.FirstOrDefault(f =>
            f.Subject >= compared.Chosen.Subject - 0.5
            && f.Therapy >= 0
            && f.Item.IsConfirmed
            && Aspects.RoleOf(f.Item) == Aspects.RoleOf(compared.Item)
            && Directions.Compare(compared.Reading, f.Item) == Agreement.Opposes
        );
        if (against is not null)
            yield return new Finding(
                AuditVerdict.Overclaim,
                $"told as settled, but {PaperText.Short(against.Item.Paper)} found otherwise"
            );
        else if (compared.Support.Select(f => f.Item.Paper).Distinct().Count() < 2)
            yield return new Finding(AuditVerdict.Overclaim, "told as settled on the strength of one source");
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:\w*resist\w*|\w*sensitiv\w+|respon\w+|refractory|benefit\w*)\b", Options)]
    private static partial Regex ResponseWords();
}
