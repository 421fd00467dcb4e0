using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Refractor.Audit.Reporting;

/// <summary>Names for findings that stay the same when lines above them are added or removed.</summary>
internal sealed class SarifFingerprints
{
    private const int BytesUsed = 16;
    private readonly Dictionary<string, int> _seen = [];

    /// <summary>The fingerprint of a finding; equal ones in one run are numbered.</summary>
    public string Next(SarifFinding finding)
    {
        var identity = $"{finding.Rule}\n{SarifUri.Of(finding.Place.Path)}\n{finding.Identity}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))[..BytesUsed]);
        var number = _seen[hash] = _seen.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{hash}:{number}");
    }
}
