using Refractor.Knowledge;

namespace Refractor.Cohorts;

/// <summary>The names of time points, as mappings and options write them.</summary>
public static class TimePoints
{
    /// <summary>baseline, on_treatment, after_treatment, relapse, normal.</summary>
    public static TermTable<TimePoint> Names { get; } =
        new("baseline", "on_treatment", "after_treatment", "relapse", "normal");

    /// <summary>Whether a tumour sample of this time can stand beside one taken before treatment.</summary>
    public static bool IsLater(TimePoint time) => time is not (TimePoint.Baseline or TimePoint.Normal);

    /// <summary>In words: "after treatment".</summary>
    public static string InWords(TimePoint time) => Names.NameOf(time).Replace('_', ' ');
}
