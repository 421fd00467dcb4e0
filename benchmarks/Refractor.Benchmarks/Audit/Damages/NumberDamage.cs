using System.Globalization;
using Refractor.Benchmarks.Audit.Wording;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Damages;

/// <summary>Changes one figure by so much that it means something else.</summary>
internal static class NumberDamage
{
    public static IEnumerable<Damaged> Of(Told told, Randomness random)
    {
        var figures = told.Figures;
        var changes = new List<(Figures After, string Detail)>();
        if (figures.Estimate is { } estimate)
            changes.Add(Estimate(figures, estimate, random));
        if (figures.Rates.Count == 2)
            changes.Add(Rate(figures, random));
        if (figures.P is { } p)
            changes.Add(P(figures, p));
        if (figures.N is { } n)
            changes.Add(N(figures, n, random));
        foreach (var (after, detail) in random.Shuffled(changes).Take(2))
            yield return new Damaged(told with { Figures = after }, detail);
    }

    /// <summary>On the same side of 1, so that only the size changes; an interval that gives it away is dropped.</summary>
    private static (Figures, string) Estimate(Figures figures, double estimate, Randomness random)
    {
        var step = random.Pick<double>([0.3, 0.4, 2.2, 2.8]);
        var after =
            estimate > 1
                ? 1 + ((estimate - 1) * step)
                : estimate * (step < 1 ? 0.4 : Math.Min(step, 0.5 + (0.5 / estimate)) * 0.85);
        after = Math.Round(after, estimate < 10 ? 2 : 1);
        if (Math.Abs(after - estimate) < 0.2 * estimate)
            after = Math.Round(estimate * 0.5, 2);
        return (figures with { Estimate = after, Interval = null }, Detail("estimate", estimate, after));
    }

    private static (Figures, string) Rate(Figures figures, Randomness random)
    {
        var at = random.Below(2);
        var before = figures.Rates[at];
        var shift = random.Pick<double>([0.14, 0.17, 0.21]);
        var after = Math.Round(before > 0.5 ? before - shift : before + shift, 3);
        var rates = figures.Rates.ToArray();
        rates[at] = after;
        return (figures with { Rates = rates }, Detail("rate", before, after));
    }

    private static (Figures, string) P(Figures figures, PValue p)
    {
        var after =
            p.Value < 0.01 ? Math.Round(Math.Max(p.Value, 0.001) * 9, 4)
            : p.Value > 0.3 ? 0.02
            : p.Value / 10;
        after = Math.Round(after, 4);
        return (figures with { P = new PValue(after, "=") }, Detail("p", p.Value, after));
    }

    private static (Figures, string) N(Figures figures, int n, Randomness random)
    {
        var after = (int)Math.Round(n * random.Pick<double>([0.55, 1.7, 2.4])) + 3;
        return (figures with { N = after }, Detail("n", n, after));
    }

    private static string Detail(string what, double before, double after) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {before.Plain()} told as {after.Plain()}");
}
