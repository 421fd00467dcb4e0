using Refractor.Cohorts;

namespace Refractor.Cli.Cohorts;

/// <summary>The therapies of a cohort by the names of the field.</summary>
internal static class Treatments
{
    /// <summary>The therapy as the cohort names it: itself, or the class above it that the cohort tells of.</summary>
    /// <exception cref="WrongUsageException">The cohort tells nothing of it; the message names what it tells of.</exception>
    public static string NameIn(Cohort cohort, string therapy, Session session)
    {
        if (cohort.FindTreatment(therapy) is { } same)
            return same.Therapy;
        var known = Named.TherapyOf(therapy, session.Names);
        var lexicon = session.Pack.Lexicon;
        var told =
            cohort.Treatments.FirstOrDefault(t => t.Therapy == known.Name)
            ?? cohort.Treatments.FirstOrDefault(t =>
                lexicon.FindTherapy(t.Therapy) is { } above && lexicon.IsWithin(known, above)
            );
        return told?.Therapy
            ?? throw new WrongUsageException(
                $"The cohort {cohort.Name} does not tell who was given {known.Label}; it tells it of {string.Join(", ", cohort.Treatments.Select(t => t.Therapy))}."
            );
    }
}
