using FsCheck;

namespace Refractor.Tests;

/// <summary>How properties are checked: always from the same seed, so that a failure today is a failure tomorrow.</summary>
internal static class Seeded
{
    /// <summary>Checks the property on that many random cases.</summary>
    public static void Holds(this Property property, int cases) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20261121UL, 17UL));
}
