namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Makes columns of results.</summary>
internal static class ScreenColumns
{
    /// <summary>A column in which nothing is known.</summary>
    public static double[] NaN(int length)
    {
        var column = new double[length];
        Array.Fill(column, double.NaN);
        return column;
    }
}
