using System.Runtime.CompilerServices;

namespace Refractor.Statistics;

/// <summary>Checks levels of confidence.</summary>
internal static class Level
{
    /// <summary>Throws unless the level lies between 0 and 1.</summary>
    public static void Check(double level, [CallerArgumentExpression(nameof(level))] string name = "")
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(
                name,
                level,
                "A level of confidence lies between 0 and 1, such as 0.95."
            );
    }
}
