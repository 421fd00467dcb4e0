using System.Text.RegularExpressions;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Names of genes that a spreadsheet took for dates or numbers (Ziemann et al., Genome Biol 2016). They are recognised and reported, not
/// mended: "1-Mar" may be MARCHF1 or MTARC1.
/// </summary>
internal static partial class FeatureNames
{
    // Serial numbers of days from 1980 to 2040 as spreadsheets count them; as a gene identifier such a number would stand alone.
    private const int FirstDay = 29_221;
    private const int LastDay = 51_501;

    /// <summary>Whether a name looks like a date or a number that a spreadsheet made of a gene's symbol.</summary>
    public static bool IsMangled(string name) =>
        Date().IsMatch(name)
        || (
            int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number is >= FirstDay and <= LastDay
        )
        || Exponent().IsMatch(name);

    /// <summary>A name without the version of an Ensembl identifier; several genes of one probe are left as they are.</summary>
    public static string Clean(string name) => EnsemblVersion().Replace(name.Trim(), "$1$2");

    [GeneratedRegex(
        @"^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-\d{2,4})?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{1,2}|\d{4}-\d{2}-\d{2}(?: 00:00:00)?|\d{1,2}[./]\d{1,2}[./]\d{2,4})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d\.\d+E\+\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^(ENS[A-Z]*[GTP]\d+)\.\d+(_PAR_Y)?$")]
    private static partial Regex EnsemblVersion();
}
