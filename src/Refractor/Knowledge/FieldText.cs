using System.Globalization;

namespace Refractor.Knowledge;

/// <summary>Values of items and papers as text, the same in every export and comparison.</summary>
internal static class FieldText
{
    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string? Of(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>As evidence files write it: "0.012" when exact, else with its relation, "&lt;0.001".</summary>
    public static string? Of(PValue? p) =>
        p is { } value ? (value.Relation == "=" ? "" : value.Relation) + Of((double?)value.Value) : null;

    /// <summary>Name of the timing; null when it was not recorded.</summary>
    public static string? Recorded(Timing timing) => timing == Timing.Unknown ? null : Terms.Timings.NameOf(timing);

    /// <summary>
    /// Name of the validation; null when there was none or none was recorded, which the knowledge does not tell apart.
    /// </summary>
    public static string? Recorded(Validation validation) =>
        validation == Validation.None ? null : Terms.Validations.NameOf(validation);

    /// <summary>The values one after another; null when there are none.</summary>
    public static string? Joined(IReadOnlyCollection<string> values, string separator) =>
        values.Count == 0 ? null : string.Join(separator, values);

    /// <summary>The text on one line: line ends, tabs and other control characters become one space each.</summary>
    public static string OneLine(string text)
    {
        if (
            !text.AsSpan().ContainsAnyInRange('\0', '\u001F')
            && !text.AsSpan().ContainsAny('\u0085', '\u2028', '\u2029')
        )
            return text;
        var flat = text.Replace("\r\n", " ", StringComparison.Ordinal);
        return string.Create(
            flat.Length,
            flat,
            (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
            }
        );
    }
}
