namespace Refractor.Cohorts.Importing;

/// <summary>Histological grades as tables write them: 2, G2, II, "moderately differentiated".</summary>
internal static class GradeWord
{
    private static readonly string[][] Words =
    [
        ["i", "low", "well differentiated", "well"],
        ["ii", "intermediate", "moderate", "moderately differentiated"],
        ["iii", "high", "poor", "poorly differentiated"],
    ];

    /// <summary>Reads a grade from 1 to 3, or another number as it stands.</summary>
    public static bool TryRead(string word, out double grade)
    {
        if (ClinicalWords.TryNumber(word.TrimStart('G', 'g', ' '), out grade))
            return true;
        var plain = word.Trim().ToLowerInvariant();
        plain = plain.StartsWith("grade ", StringComparison.Ordinal) ? plain[6..] : plain;
        var index = Array.FindIndex(Words, w => w.Contains(plain, StringComparer.Ordinal));
        if (index >= 0)
            grade = index + 1;
        return index >= 0 || ClinicalWords.TryNumber(plain, out grade);
    }
}
