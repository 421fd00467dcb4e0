using Refractor.Audit.Judging;
using Refractor.Knowledge;

namespace Refractor.Audit.Understanding;

/// <summary>Puts what was read of the parts of a statement together for the reader of a report.</summary>
internal static class UnderstoodParts
{
    public static UnderstoodStatement Of(IReadOnlyList<Reading> parts)
    {
        var features = parts.SelectMany(p => p.Features).Distinct().ToList();
        return new UnderstoodStatement
        {
            Features = features,
            State = parts
                .Select(p =>
                    p.Named.Select(n => n.State).FirstOrDefault(s => s is not null)
                    ?? (p.States.Count > 0 ? p.States[0].State : null)
                )
                .FirstOrDefault(s => s is not null),
            Level = parts.SelectMany(p => p.Levels).Select(l => (Level?)l).FirstOrDefault(),
            Therapies = [.. parts.SelectMany(p => p.Therapies).Distinct()],
            Effect = parts.Select(Effect).FirstOrDefault(e => e is not null),
            Subtype = parts.SelectMany(p => p.Subtypes).FirstOrDefault(),
            Setting = parts.SelectMany(p => p.Settings).Select(s => (Setting?)s).FirstOrDefault(),
            Numbers = [.. parts.SelectMany(p => p.Numbers).Select(n => n.Text)],
        };
    }

    private static Effect? Effect(Reading reading) =>
        Directions.Stated(reading) switch
        {
            Outcome.Worse => Knowledge.Effect.Resistance,
            Outcome.Better => Knowledge.Effect.Sensitivity,
            Outcome.None => Knowledge.Effect.NoEffect,
            _ => null,
        };
}
