using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Refractor.Knowledge;

namespace Refractor.Tests.Knowledge.Packing;

/// <summary>
/// Every public property of an object, all the way down, as one text. Found by reflection, so that a property added later and
/// forgotten by the writer or reader of packs makes the round trip fail.
/// </summary>
internal static class FieldText
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static IEnumerable<string> Of(KnowledgePack pack) =>
        [pack.Version, pack.Digest, Of(pack.Lexicon.Entries), .. pack.Papers.Select(Of), .. pack.Items.Select(Of)];

    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => $"'{text}'",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Of)) + "]",
            _ when value.GetType().IsPrimitive || value is Enum => Convert.ToString(
                value,
                CultureInfo.InvariantCulture
            )!,
            _ => "{"
                + string.Join(", ", PropertiesOf(value.GetType()).Select(p => $"{p.Name}: {Of(p.GetValue(value))}"))
                + "}",
        };

    private static PropertyInfo[] PropertiesOf(Type type) =>
        Properties.GetOrAdd(type, t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance));
}
