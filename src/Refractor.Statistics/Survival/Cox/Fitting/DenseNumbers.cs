namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Numbers of strata or patients, replaced by their ranks from 0.</summary>
/// <param name="Indices">n ranks; −1 for negative numbers.</param>
/// <param name="Numbers">The number of each rank.</param>
internal sealed record DenseNumbers(int[] Indices, int[] Numbers)
{
    public static DenseNumbers Of(int[] numbers)
    {
        var distinct = numbers.Where(n => n >= 0).Distinct().Order().ToArray();
        return new(Array.ConvertAll(numbers, n => n < 0 ? -1 : Array.BinarySearch(distinct, n)), distinct);
    }
}
