namespace Refractor.Cohorts.Mapping;

/// <summary>What words in sample sheets say of the time of a sample. Words that the mapping names come first.</summary>
/// <param name="named">Time point → words of the mapping; empty for none.</param>
public sealed class TimeWords(IReadOnlyDictionary<TimePoint, IReadOnlyList<string>> named)
{
    private static readonly (TimePoint Time, string[] Words)[] Usual =
    [
        (
            TimePoint.Baseline,
            ["baseline", "before", "pre", "pretreatment", "beforetreatment", "diagnosis", "screening", "primary"]
        ),
        (TimePoint.OnTreatment, ["on", "ontreatment", "during", "duringtreatment", "midtreatment"]),
        (
            TimePoint.AfterTreatment,
            ["after", "post", "posttreatment", "aftertreatment", "surgery", "resection", "residual"]
        ),
        (TimePoint.Relapse, ["relapse", "recurrence", "progression", "metastasis"]),
        (TimePoint.Normal, ["normal", "healthy"]),
    ];

    /// <summary>The time point that a word means, whatever its case and punctuation; null if it means none that is known.</summary>
    public TimePoint? Of(string word)
    {
        foreach (var (time, words) in named)
            if (words.Contains(word, StringComparer.OrdinalIgnoreCase))
                return time;
        var plain = new string([.. word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        foreach (var (time, words) in Usual)
            if (words.Contains(plain))
                return time;
        return null;
    }
}
