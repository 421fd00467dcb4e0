using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>Strength of a finding by its design. A higher value is stronger.</summary>
public enum EvidenceGrade
{
    /// <summary>Retracted: no grade.</summary>
    None,

    /// <summary>Computation, statement of a review, or seen only through another text.</summary>
    E,

    /// <summary>Animals, organoids or cell lines.</summary>
    D,

    /// <summary>Case series or case report.</summary>
    CMinus,

    /// <summary>Cohort that is small or not adjusted, or a stronger design without n and interval.</summary>
    C,

    /// <summary>Cohort of 100 patients or more with an adjusted analysis.</summary>
    CPlus,

    /// <summary>Randomised trial or meta-analysis.</summary>
    B,

    /// <summary>Guideline or drug label.</summary>
    A,
}

/// <summary>A grade with the rules that led to it.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Rule">The rules that fired, in words, in order.</param>
public readonly record struct GradeWithRule(EvidenceGrade Grade, string Rule);

/// <summary>Derives the grade of an evidence item. Grades are never typed in; docs/grading.md gives the rules and their reasons.</summary>
public static class Grading
{
    /// <summary>Patients below which a cohort counts as small.</summary>
    public const int SmallCohort = 100;

    private static readonly string[] DataDrivenWords =
    [
        "optimal",
        "best cut",
        "maximally selected",
        "youden",
        "roc cut",
        "roc-",
        "roc curve",
        "minimum p",
    ];

    private static readonly string[] AdjustedWords =
    [
        "multivari",
        "adjusted",
        "independent",
        "penalised regression",
        "cox model",
    ];

    /// <summary>The grade letter as printed: A, B, C+, C, C-, D, E or "none".</summary>
    public static string Letter(EvidenceGrade grade) =>
        grade switch
        {
            EvidenceGrade.CPlus => "C+",
            EvidenceGrade.CMinus => "C-",
            EvidenceGrade.None => "none",
            _ => grade.ToString(),
        };

    /// <summary>The grade of an item.</summary>
    public static EvidenceGrade Of(EvidenceItem item)
    {
        if (item.GradeMemo == 0)
            item.GradeMemo = (byte)((int)Derive(item, rules: null) + 1);
        return (EvidenceGrade)(item.GradeMemo - 1);
    }

    /// <summary>The grade of an item with the rules that fired.</summary>
    public static GradeWithRule Explain(EvidenceItem item)
    {
        var rules = new List<string>();
        var grade = Derive(item, rules);
        return new GradeWithRule(grade, string.Join("; ", rules));
    }

    private static EvidenceGrade Derive(EvidenceItem item, List<string>? rules)
    {
        if (item.Paper.Retracted)
            return Rule(rules, EvidenceGrade.None, "retracted paper");
        if (!item.IsConfirmed)
            return Rule(rules, EvidenceGrade.E, "seen only through another text");
        var grade = ByDesign(item, rules);
        if (grade is > EvidenceGrade.C and < EvidenceGrade.A && item.N is null && item.Result.Interval is null)
            grade = Rule(rules, EvidenceGrade.C, "neither n nor interval: at most C");
        if (grade is > EvidenceGrade.CMinus and < EvidenceGrade.A && IsDataDriven(item))
            grade = Rule(rules, grade - 1, "cut-point chosen on the same data without validation: one step down");
        return grade;
    }

    private static EvidenceGrade ByDesign(EvidenceItem item, List<string>? rules) =>
        item.Design switch
        {
            Design.Guideline => Rule(rules, EvidenceGrade.A, "guideline"),
            Design.MetaAnalysis => Rule(rules, EvidenceGrade.B, "meta-analysis"),
            Design.RandomisedTrial => Rule(rules, EvidenceGrade.B, "randomised trial"),
            Design.ProspectiveCohort or Design.RetrospectiveCohort => Cohort(item, rules),
            Design.CaseControl => Rule(rules, EvidenceGrade.C, "case-control study"),
            Design.CaseSeries or Design.CaseReport => Rule(rules, EvidenceGrade.CMinus, "case series or report"),
            Design.Xenograft or Design.Organoid or Design.CellLine or Design.Screen => Rule(
                rules,
                EvidenceGrade.D,
                "experimental model"
            ),
            Design.InSilico => Rule(rules, EvidenceGrade.E, "computation"),
            _ => Rule(rules, EvidenceGrade.E, "statement of a review"),
        };

    private static EvidenceGrade Cohort(EvidenceItem item, List<string>? rules) =>
        item switch
        {
            { N: null } => Rule(rules, EvidenceGrade.C, "cohort of unknown size"),
            { N: < SmallCohort } => Rule(rules, EvidenceGrade.C, $"cohort of fewer than {SmallCohort} patients"),
            _ when IsAdjusted(item) => Rule(
                rules,
                EvidenceGrade.CPlus,
                $"adjusted analysis of {SmallCohort} patients or more"
            ),
            _ => Rule(rules, EvidenceGrade.C, "cohort without an adjusted analysis"),
        };

    private static bool IsAdjusted(EvidenceItem item) =>
        item.Result.AdjustedFor.Count > 0
        || item.PredictiveDesign == PredictiveDesign.InteractionTested
        || ContainsAny(item.Result.Printed, AdjustedWords)
        || ContainsAny(item.Note, AdjustedWords);

    private static bool IsDataDriven(EvidenceItem item) =>
        item.Validation == Validation.None && ContainsAny(item.Cutoff, DataDrivenWords);

    private static bool ContainsAny(string? text, string[] words) =>
        text is not null && Array.Exists(words, w => Affirms(text, w));

    /// <summary>"Unadjusted" and "not independent" are no adjusted analysis.</summary>
    private static bool Affirms(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var before = at <= 0 ? "" : text[Math.Max(0, at - 25)..at].ToLowerInvariant();
        return at >= 0
            && !before.EndsWith("un", StringComparison.Ordinal)
            && !before.Contains("not ", StringComparison.Ordinal)
            && !before.Contains("no ", StringComparison.Ordinal);
    }

    private static EvidenceGrade Rule(List<string>? rules, EvidenceGrade grade, string rule)
    {
        rules?.Add(rule);
        return grade;
    }
}
