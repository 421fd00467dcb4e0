using System.Collections.Frozen;
using System.Globalization;

namespace Refractor.Audit.Texts;

/// <summary>Characters written as names or numbers: "&amp;nbsp;", "&amp;#8211;".</summary>
internal static class Entities
{
    private static readonly FrozenDictionary<string, char> Named = new Dictionary<string, char>
    {
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
        ["nbsp"] = ' ',
        ["ndash"] = '–',
        ["mdash"] = '—',
        ["hellip"] = '…',
        ["alpha"] = 'α',
        ["beta"] = 'β',
        ["gamma"] = 'γ',
        ["kappa"] = 'κ',
        ["mu"] = 'μ',
        ["plusmn"] = '±',
        ["le"] = '≤',
        ["ge"] = '≥',
        ["times"] = '×',
        ["rarr"] = '→',
        ["rsquo"] = '’',
        ["lsquo"] = '‘',
        ["rdquo"] = '”',
        ["ldquo"] = '“',
    }.ToFrozenDictionary();

    /// <summary>The character that a name or number between "&amp;" and ";" stands for; null for an unknown one.</summary>
    public static char? Find(string name)
    {
        if (Named.TryGetValue(name, out var found))
            return found;
        var isHex = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
        var isNumber = isHex
            ? int.TryParse(name.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(
                name.AsSpan(name[0] == '#' ? 1 : name.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out code
            );
        return isNumber && code is > 0 and < 0xD800 ? (char)code : null;
    }
}
