using Refractor.Associations;
using Refractor.Audit.Understanding;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>
/// Chooses the item that decides. A statement that reports one study, told by its citation or its figures, is held against that study.
/// Any other is held against what all sources together say, by the same rules of conflict as everywhere.
/// </summary>
internal static class Choice
{
    private const double Doubtful = 0.5;
    private const double Turned = 0.8;
    private const double Comparable = 3;

    /// <param name="reading">The statement.</param>
    /// <param name="fits">Items on the same subject, the nearest first.</param>
    /// <param name="cited">Papers that it cites.</param>
    /// <param name="last">The paper of the statement before in its paragraph.</param>
    public static Compared Of(Reading reading, List<Fit> fits, IReadOnlySet<Paper> cited, Paper? last)
    {
        var study = OfStudy(reading, fits, cited, last);
        if (study.Count > 0)
        {
            var chosen = Nearest(reading, OnEndpoint(reading, WithFigures(study)));
            return new Compared(reading, fits, chosen, AgreementOf(reading, chosen), cited, null);
        }
        return OfAll(reading, fits, cited);
    }

    /// <summary>Those that hold the figures told, where some do.</summary>
    private static List<Fit> WithFigures(List<Fit> study)
    {
        var most = study.Max(f => f.Numbers);
        var holding = study.FindAll(f => f.Numbers == most && f.IsSame);
        return most > 0 && holding.Count > 0 ? holding : study;
    }

    /// <summary>Those on the endpoint told, where the study has some: shorter progression-free survival is not shorter overall survival.</summary>
    private static List<Fit> OnEndpoint(Reading reading, List<Fit> study)
    {
        var same = study.FindAll(f => f.IsSame && f.Therapy >= 0 && reading.Endpoints.Contains(f.Item.Endpoint));
        return same.Count > 0 ? same : study;
    }

    private static List<Fit> OfStudy(Reading reading, List<Fit> fits, IReadOnlySet<Paper> cited, Paper? last)
    {
        var most = fits.MaxBy(f => f.Numbers)!;
        var ofCited = fits.FindAll(f => cited.Contains(f.Item.Paper) && (f.IsSame || f.Numbers > 0));
        if (ofCited.Count > 0)
            return IsOfOther(most, ofCited) ? OfPaper(fits, most.Item.Paper) : ofCited;
        if (most.Numbers > 0)
            return OfPaper(fits, most.Item.Paper);
        if (reading.Trials.Count > 0)
            return fits.FindAll(f => f.IsSame && reading.Trials.Any(t => FitScale.NamesTrial(f.Item, t)));
        return GoesOn(reading) ? fits.FindAll(f => f.Item.Paper == last && f.IsSame && f.Therapy >= 0) : [];
    }

    /// <summary>Whether the figures are those of another paper than the cited ones.</summary>
    private static bool IsOfOther(Fit most, List<Fit> ofCited) =>
        most is { Numbers: > 1, IsSame: true, Therapy: >= 0 } && ofCited.TrueForAll(f => f.Numbers == 0);

    /// <summary>Whether a statement without a reference tells more of the study before it.</summary>
    private static bool GoesOn(Reading reading) =>
        reading.Source.Citations.Count == 0
        && reading.Tone is { IsSettled: false, OfOtherStudy: false }
        && (reading.Tone.OfSameStudy || reading.Named.Count == 0);

    private static List<Fit> OfPaper(List<Fit> fits, Paper paper) => fits.FindAll(f => f.Item.Paper == paper);

    /// <summary>The nearest that agrees, unless one that opposes is plainly nearer.</summary>
    private static Fit Nearest(Reading reading, List<Fit> fits)
    {
        var agrees = fits.Find(f => AgreementOf(reading, f) == Agreement.Agrees);
        var surest = fits.Max(f => f.Subject) - Doubtful;
        var opposes = fits.Find(f => f.Subject >= surest && AgreementOf(reading, f) == Agreement.Opposes);
        var chosen = (agrees, opposes) switch
        {
            (null, null) => fits[0],
            (null, _) => opposes!,
            (_, null) => agrees!,
            _ => Weight(agrees!, reading) >= Weight(opposes!, reading) - Doubtful ? agrees! : opposes!,
        };
        return fits[0].Score - chosen.Score > 2 ? fits[0] : chosen;
    }

    private static Compared OfAll(Reading reading, List<Fit> fits, IReadOnlySet<Paper> cited)
    {
        var nearest = Nearest(reading, fits);
        var pool = fits.FindAll(f =>
            f.IsSame
            && f.Therapy >= 0
            && f.Item.IsConfirmed
            && f.Score >= nearest.Score - Comparable
            && IsOnEndpoint(f.Item, reading)
        );
        var agrees = pool.Find(f => AgreementOf(reading, f) == Agreement.Agrees);
        var opposes = pool.Find(f => AgreementOf(reading, f) == Agreement.Opposes);
        if (agrees is null || opposes is null)
            return new Compared(reading, fits, nearest, AgreementOf(reading, nearest), cited, null);
        var verdict = Conflict.Of([
            .. pool.Where(f => Aspects.AreOnOneSubject(f.Item, agrees.Item)).Select(f => f.Item),
        ]);
        return
            !Aspects.AreOnOneSubject(opposes.Item, agrees.Item)
            || verdict.State is ConflictState.Contested or ConflictState.ContextDependent
            ? new Compared(reading, fits, agrees, Agreement.Agrees, cited, opposes.Item)
            : Settled(reading, fits, cited, verdict, agrees, opposes);
    }

    /// <summary>The sources as a whole point one way: the side of the strongest decides.</summary>
    private static Compared Settled(
        Reading reading,
        List<Fit> fits,
        IReadOnlySet<Paper> cited,
        ConflictVerdict verdict,
        Fit agrees,
        Fit opposes
    )
    {
        var isWith = Aspects.DirectionOf(agrees.Item) == verdict.Direction;
        return isWith
            ? new Compared(reading, fits, agrees, Agreement.Agrees, cited, null)
            : new Compared(reading, fits, opposes, Agreement.Opposes, cited, null);
    }

    /// <summary>Response is not survival: a statement on one is not answered by a finding on the other.</summary>
    private static bool IsOnEndpoint(EvidenceItem item, Reading reading) =>
        reading.Endpoints.Count == 0 || reading.Endpoints.Any(e => IsResponse(e) == IsResponse(item.Endpoint));

    private static bool IsResponse(string endpoint) => endpoint is "pCR" or "RCB" or "ORR";

    private static Agreement AgreementOf(Reading reading, Fit fit)
    {
        var agreement = Directions.Compare(reading, fit.Item);
        return agreement == Agreement.Opposes && (!fit.IsSame || IsOtherRegimen(reading, fit.Item))
            ? Agreement.Silent
            : agreement;
    }

    /// <summary>Whether the statement adds a targeted agent that the item does not know: what resists one regimen may yield to another.</summary>
    private static bool IsOtherRegimen(Reading reading, EvidenceItem item) =>
        reading.Therapies.Count > 1
        && item.Therapies.Count > 0
        && reading.Comparator is null
        && reading.Therapies.Any(t =>
            t is { Kind: TherapyKind.Agent, IsAddOn: true }
            && !item.Therapies.Contains(t)
            && !item.Therapies.Any(i => i.Classes.Contains(t.Name) || t.Classes.Contains(i.Name))
        );

    /// <summary>A finding on the other side of the feature (low told, high known) weighs less than one on the same.</summary>
    private static double Weight(Fit fit, Reading reading) =>
        fit.Score - (Directions.IsTurned(reading.StateOf(fit.Item), fit.Item) ? Turned : 0);
}
