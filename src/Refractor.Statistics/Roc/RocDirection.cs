namespace Refractor.Statistics.Roc;

/// <summary>
/// Which values speak for a case. It is given by the claim that is tested, never chosen from the data: a direction turned to the larger
/// area would make chance look like discrimination.
/// </summary>
public enum RocDirection
{
    /// <summary>Cases are expected to be higher: positive is at or above the threshold (<c>direction = "&lt;"</c> of pROC).</summary>
    CasesHigher,

    /// <summary>Cases are expected to be lower: positive is at or below the threshold (<c>direction = "&gt;"</c> of pROC).</summary>
    CasesLower,
}
