using System.Text.RegularExpressions;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>Names of features as files write them.</summary>
internal static partial class FeatureNames
{
    /// <summary>A name without the version of an Ensembl identifier; several genes of one probe are left as they are.</summary>
    public static string Clean(string name) => EnsemblVersion().Replace(PlainCell.Of(name).Trim(), "$1$2");

    [GeneratedRegex(@"^(ENS[A-Z]*[GTP]\d+)\.\d+(_PAR_Y)?$")]
    private static partial Regex EnsemblVersion();
}
