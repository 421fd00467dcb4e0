using System.Text;

namespace Refractor.Knowledge;

/// <summary>The web address of a DOI.</summary>
internal static class DoiAddress
{
    // The DOI Handbook, section on encoding, has these encoded in an address and leaves parentheses, colons and
    // semicolons alone.
    private const string Encoded = "%\"# ?<>{}^[]`|\\+";

    public static string Of(string doi)
    {
        var address = new StringBuilder("https://doi.org/");
        foreach (var c in doi)
        {
            if (Encoded.Contains(c, StringComparison.Ordinal))
                address.Append(Uri.HexEscape(c));
            else
                address.Append(c);
        }
        return address.ToString();
    }
}
