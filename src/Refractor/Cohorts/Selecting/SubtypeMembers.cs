namespace Refractor.Cohorts.Selecting;

/// <summary>
/// Which patients belong to a subtype of the vocabulary, from the receptors and the intrinsic subtype of the cohort. A patient whose
/// receptors do not decide is not known to belong, and not known not to.
/// </summary>
public static class SubtypeMembers
{
    private static readonly Dictionary<string, string[]> Intrinsic = new(StringComparer.OrdinalIgnoreCase)
    {
        ["luminal"] = ["luma", "lumb", "luminala", "luminalb"],
        ["luminal_A"] = ["luma", "luminala"],
        ["luminal_B"] = ["lumb", "luminalb"],
        ["basal_like"] = ["basal", "basallike"],
    };

    /// <summary>One answer a patient: belongs, does not, or not known (null).</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="subtype">Controlled name of the vocabulary, such as <c>TNBC</c> or <c>HR+/HER2-</c>.</param>
    /// <returns>n answers; null if the cohort holds nothing to tell the subtype from.</returns>
    public static IReadOnlyList<bool?>? Of(Cohort cohort, string subtype)
    {
        if (subtype == "any")
            return [.. cohort.Patients.Select(_ => (bool?)true)];
        if (Intrinsic.TryGetValue(subtype, out var names))
            return cohort.FindVariable("subtype") is CategoryVariable intrinsic
                ? [.. intrinsic.Values.Select(v => v is null ? (bool?)null : names.Contains(Plain(v)))]
                : null;
        return Parts(subtype) is { } parts ? ByReceptors(cohort, parts) : null;
    }

    /// <summary>The receptors that a name asks for, such as HR positive and HER2 negative.</summary>
    private static List<(bool IsHer2, bool Positive)>? Parts(string subtype)
    {
        var parts = new List<(bool, bool)>();
        foreach (var part in (subtype == "TNBC" ? "HR-/HER2-" : subtype).Split('/'))
        {
            if (part is not ("HR+" or "HR-" or "HER2+" or "HER2-"))
                return null;
            parts.Add((part.StartsWith("HER2", StringComparison.Ordinal), part[^1] == '+'));
        }
        return parts;
    }

    private static bool?[]? ByReceptors(Cohort cohort, List<(bool IsHer2, bool Positive)> parts)
    {
        var (hormone, her2) = (HormoneReceptor(cohort), Status(cohort, "her2"));
        if (parts.Any(p => (p.IsHer2 ? her2 : hormone) is null))
            return null;
        var members = new bool?[cohort.Patients.Count];
        for (var p = 0; p < members.Length; p++)
        {
            var answers = parts
                .Select(part =>
                    (part.IsHer2 ? her2 : hormone)![p] is { } status ? status == part.Positive : (bool?)null
                )
                .ToList();
            members[p] =
                answers.Contains(false) ? false
                : answers.Contains(null) ? null
                : true;
        }
        return members;
    }

    /// <summary>Positive if either receptor is, negative if both are; where only the oestrogen receptor was looked at, it decides.</summary>
    private static IReadOnlyList<bool?>? HormoneReceptor(Cohort cohort)
    {
        if (Status(cohort, "hr") is { } recorded)
            return recorded;
        var (er, pr) = (Status(cohort, "er"), Status(cohort, "pr"));
        if (er is null)
            return null;
        if (pr is null)
            return er;
        return
        [
            .. er.Zip(
                pr,
                (e, p) =>
                    e == true || p == true ? true
                    : e == false && p == false ? false
                    : (bool?)null
            ),
        ];
    }

    private static IReadOnlyList<bool?>? Status(Cohort cohort, string role) =>
        cohort.FindVariable(role) is StatusVariable status ? status.Values : null;

    private static string Plain(string word) =>
        new([.. word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
