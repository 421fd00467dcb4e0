using FsCheck;
using FsCheck.Fluent;

namespace Refractor.Tests;

/// <summary>Texts that no reader expects: random characters of any kind, and real texts with random damage.</summary>
internal static class HostileText
{
    private const string Signs =
        "[]{}:,-?&*!|>'\"%@`#~=<> \t\n\r\0\u001b\u007f\ufeff\u2028\ud83d\ude00\ud800αβß−–+/.()";

    private static readonly Gen<char> AnyChar = Gen.Frequency(
        (4, Gen.Choose(' ', '~').Select(i => (char)i)),
        (3, Gen.Elements(Signs.ToCharArray())),
        (1, Gen.Choose(0, 0xFF).Select(i => (char)i)),
        (1, Gen.Choose(0, 0xFFFF).Select(i => (char)i))
    );

    /// <summary>Random characters, up to the length given; short texts are as likely as long ones.</summary>
    public static Arbitrary<string> Random(int longest) =>
        (
            from bound in Gen.Elements(5, 50, 500, longest)
            from length in Gen.Choose(0, Math.Min(bound, longest))
            from chars in AnyChar.ArrayOf(length)
            select new string(chars)
        ).ToArbitrary();

    /// <summary>Pieces in random order with random characters between them, up to the length given.</summary>
    public static Arbitrary<string> Of(string[] pieces, int longest) =>
        (
            from count in Gen.Choose(1, 60)
            from chosen in Gen.Elements(pieces).ArrayOf(count)
            from signs in Gen.Frequency((3, Gen.Constant(' ')), (1, AnyChar)).ArrayOf(count)
            select Cut(string.Concat(chosen.Zip(signs, (p, s) => p + s)), longest)
        ).ToArbitrary();

    /// <summary>One of the texts with one to eight random changes: a part deleted, doubled, moved, or replaced by random characters.</summary>
    public static Arbitrary<string> Mutated(string[] texts) =>
        (
            from text in Gen.Elements(texts)
            from changes in Gen.Choose(1, 8).SelectMany(n => Change.ArrayOf(n))
            select changes.Aggregate(text, Apply)
        ).ToArbitrary();

    private static readonly Gen<(int Kind, int At, int Length, char[] Put)> Change =
        from kind in Gen.Choose(0, 3)
        from at in Gen.Choose(0, 1_000_000)
        from length in Gen.Elements(1, 1, 2, 5, 40, 400)
        from count in Gen.Choose(1, 6)
        from put in AnyChar.ArrayOf(count)
        select (kind, at, length, put);

    private static string Apply(string text, (int Kind, int At, int Length, char[] Put) change)
    {
        if (text.Length == 0)
            return new string(change.Put);
        var at = change.At % text.Length;
        var part = text.Substring(at, Math.Min(change.Length, text.Length - at));
        var rest = text.Remove(at, part.Length);
        return change.Kind switch
        {
            0 => rest,
            1 => text.Insert(at, part),
            2 => rest.Insert(change.At / 7 % (rest.Length + 1), part),
            _ => rest.Insert(at, new string(change.Put)),
        };
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
