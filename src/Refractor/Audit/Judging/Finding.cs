namespace Refractor.Audit.Judging;

/// <summary>What one of the tests found about a statement.</summary>
/// <param name="Verdict">The verdict that it alone would give.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="IsOtherSide">Whether it only shows that other sources disagree.</param>
internal readonly record struct Finding(AuditVerdict Verdict, string Reason, bool IsOtherSide = false);
