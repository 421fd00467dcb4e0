using System.Globalization;

namespace Refractor.Cohorts.Tables;

/// <summary>A declared attribute of an ARFF file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Levels">The values of a nominal attribute; null for another type.</param>
/// <param name="IsNumber">Whether its values are numbers.</param>
internal sealed record ArffAttribute(string Name, IReadOnlyList<string>? Levels, bool IsNumber)
{
    private static readonly string[] Numbers = ["numeric", "real", "integer"];
    private static readonly string[] Texts = ["string", "date"];
    private const string EndsOfName = " \t{";
    private const int LevelsNamed = 8;

    /// <summary>What a value must be, for messages.</summary>
    public string Expected =>
        IsNumber ? "a number with a decimal point, or ? for missing; the row is left out"
        : Levels is null ? "a text; the row is left out"
        : $"one of {string.Join(", ", Levels.Take(LevelsNamed))}{(Levels.Count > LevelsNamed ? ", …" : "")}, as declared; the row is left out";

    /// <summary>Whether the attribute can have a value.</summary>
    public bool Admits(string value) =>
        IsNumber
            ? double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n)
            : Levels is null || Levels.Contains(value, StringComparer.Ordinal);

    /// <summary>Reads a declaration; null if it is none that can be used.</summary>
    public static ArffAttribute? Of(string line)
    {
        var at = "@attribute".Length;
        while (at < line.Length && char.IsWhiteSpace(line[at]))
            at++;
        var name = ArffValues.Word(line, ref at, EndsOfName);
        var type = line[at..].Trim();
        if (name.Length == 0)
            return null;
        if (type.StartsWith('{') && type.EndsWith('}'))
            return new ArffAttribute(name, ArffValues.Split(type[1..^1]), false);
        var kind = type.Split([' ', '\t'], 2)[0].ToLowerInvariant();
        return Numbers.Contains(kind) ? new ArffAttribute(name, null, true)
            : Texts.Contains(kind) ? new ArffAttribute(name, null, false)
            : null;
    }

    /// <summary>Whether a line begins with a keyword, whatever its letter case.</summary>
    public static bool Opens(string line, string keyword) =>
        line.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)
        && (line.Length == keyword.Length || char.IsWhiteSpace(line[keyword.Length]));
}
