using Refractor.Associations;
using Refractor.Audit.Understanding;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>A finding that a text tells: a feature with a direction.</summary>
/// <param name="Path">File.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Reading">The part that tells it.</param>
/// <param name="Feature">What it is about.</param>
/// <param name="Direction">What more of the feature goes with.</param>
internal sealed record Told(
    string Path,
    AuditedStatement Statement,
    Reading Reading,
    Feature Feature,
    Direction Direction
)
{
    /// <summary>What a reading tells; null when it names no feature or no direction.</summary>
    public static Told? Of(string path, AuditedStatement statement, Reading reading)
    {
        if (reading.Features.FirstOrDefault() is not { } feature || Directions.Stated(reading) is not { } stated)
            return null;
        Direction? direction = stated switch
        {
            Outcome.None => Direction.None,
            Outcome.Worse => IsOfLoss(reading) ? Direction.Sensitivity : Direction.Resistance,
            Outcome.Better => IsOfLoss(reading) ? Direction.Resistance : Direction.Sensitivity,
            _ => null,
        };
        return direction is { } told ? new Told(path, statement, reading, feature, told) : null;
    }

    private static bool IsOfLoss(Reading reading)
    {
        var subject = (reading.Named.Count > 0 ? reading.Named : reading.Carried)[0];
        var state = subject.State ?? (reading.States.Count > 0 ? reading.States[0].State : null);
        return state is { } s && StateReader.IsLoss(s);
    }
}

/// <summary>Finds pairs of statements on one subject that cannot both hold.</summary>
internal static class Disagreements
{
    /// <summary>The pairs in text order; each statement is held against the nearest before it in its own text, and the first in each other.</summary>
    public static IReadOnlyList<AuditDisagreement> Find(IReadOnlyList<Told> told, Lexicon lexicon)
    {
        var found = new List<AuditDisagreement>();
        foreach (var same in told.GroupBy(t => t.Feature))
        {
            var earlier = new List<Told>();
            foreach (var later in same)
            {
                var against = earlier.FindAll(e => Disagree(e, later, lexicon));
                if (against.FindLast(e => e.Path == later.Path) is { } nearest)
                    found.Add(Pair(nearest, later));
                found.AddRange(
                    against.Where(e => e.Path != later.Path).DistinctBy(e => e.Path).Select(e => Pair(e, later))
                );
                earlier.Add(later);
            }
        }
        return found;
    }

    private static bool Disagree(Told a, Told b, Lexicon lexicon) =>
        a.Direction != b.Direction
        && !IsContrast(a, b)
        && a.Reading.Tone.OfModels == b.Reading.Tone.OfModels
        && IsOnReversion(a) == IsOnReversion(b)
        && !a.Reading.Tone.OfOthers
        && !b.Reading.Tone.OfOthers
        && Overlap(a.Reading.Therapies, b.Reading.Therapies, lexicon.Overlap)
        && Overlap(a.Reading.Subtypes, b.Reading.Subtypes, lexicon.Overlap)
        && Overlap(a.Reading.Endpoints, b.Reading.Endpoints, (x, y) => x == y);

    /// <summary>A reverted mutation is another thing than the mutation.</summary>
    private static bool IsOnReversion(Told told) => told.Reading.States.Any(s => s.State == FeatureState.Reversion);

    /// <summary>"In X, but not in Y" tells two populations apart and does not contradict itself.</summary>
    private static bool IsContrast(Told a, Told b) =>
        a.Path == b.Path
        && a.Statement.Source.Sentence == b.Statement.Source.Sentence
        && (a.Statement.Source == b.Statement.Source || a.Reading.Subtypes.Count + b.Reading.Subtypes.Count > 0);

    /// <summary>What one of both leaves open may be the same; what both name must overlap.</summary>
    private static bool Overlap<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> areOne) =>
        a.Count == 0 || b.Count == 0 || a.Any(x => b.Any(y => areOne(x, y)));

    private static AuditDisagreement Pair(Told a, Told b) =>
        new(
            a.Statement,
            a.Path,
            b.Statement,
            b.Path,
            $"{a.Feature.Name}: {Words(a.Direction)} in the one, {Words(b.Direction)} in the other"
        );

    private static string Words(Direction direction) =>
        direction switch
        {
            Direction.Resistance => "resistance or worse outcome with more of it",
            Direction.Sensitivity => "sensitivity or better outcome with more of it",
            _ => "no association",
        };
}
