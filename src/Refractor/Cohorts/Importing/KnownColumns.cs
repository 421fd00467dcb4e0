using System.Text.RegularExpressions;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// The names under which public cohorts (cBioPortal, GEO, TCGA, METABRIC, I-SPY, SCAN-B, the survival packages of R) hold therapies,
/// outcomes and clinical properties. A name counts when it is all of the column's name, apart from case and punctuation.
/// </summary>
internal static partial class KnownColumns
{
    /// <summary>Therapy → names of columns.</summary>
    public static IReadOnlyDictionary<string, string[]> Treatments { get; } =
        new Dictionary<string, string[]>
        {
            ["chemotherapy"] = ["chemotherapy", "chemo", "chemotreated", "adjuvantchemotherapy", "chemotherapytreated"],
            ["endocrine_therapy"] =
            [
                "hormonetherapy",
                "hormonal",
                "hormon",
                "horth",
                "endocrinetreated",
                "endocrinetherapy",
                "hormonaltherapy",
                "tamoxifen",
            ],
            ["radiotherapy"] =
            [
                "radiotherapy",
                "radiotherapytreated",
                "radiationtherapy",
                "radiation",
                "radiationtreatmentadjuvant",
                "rt",
            ],
        };

    /// <summary>Role → names of columns.</summary>
    public static IReadOnlyDictionary<string, string[]> Variables { get; } =
        new Dictionary<string, string[]>
        {
            ["age"] = ["age", "ageatdiagnosis", "agediagnosis", "ageyears", "agescreening"],
            ["er"] = ["er", "erstatus", "erihc", "erstatusbyihc"],
            ["hr"] = ["hr", "hrstatus", "hormonereceptorstatus"],
            ["pr"] = ["pr", "prstatus", "pgr", "pgrstatus", "prstatusbyihc"],
            ["her2"] = ["her2", "her2status", "her2snp6", "ihcher2", "her2neustatus"],
            ["grade"] = ["grade", "nhg", "gradeprenat", "neoplasmhistologicgrade", "tgrade", "tumorgrade"],
            ["nodes"] =
            [
                "nodes",
                "lymphnodesexaminedpositive",
                "posnodes",
                "pnodes",
                "numberofpositiveln",
                "positivenodes",
            ],
            ["size"] = ["size", "tumorsize", "tsize", "diam", "tumoursize"],
            ["menopause"] = ["menopause", "meno", "inferredmenopausalstate", "menostat", "menopausestatus"],
            ["subtype"] =
            [
                "subtype",
                "pam50",
                "pam50subtype",
                "claudinsubtype",
                "pam50claudinlowsubtype",
                "subtypepam50",
            ],
        };

    /// <summary>Endpoint → stems of the columns of time and event.</summary>
    public static IReadOnlyDictionary<string, string[]> Outcomes { get; } =
        new Dictionary<string, string[]>
        {
            ["OS"] = ["os", "overallsurvival", "survival"],
            ["RFS"] = ["rfs", "relapsefreesurvival", "relapsefree", "recurrencefreesurvival"],
            ["DFS"] = ["dfs", "diseasefreesurvival", "diseasefree"],
            ["DMFS"] = ["dmfs", "tdm", "edm", "distantmetastasisfreesurvival"],
            ["PFS"] = ["pfs", "progressionfreesurvival"],
            ["BCSS"] = ["dss", "bcss", "diseasespecificsurvival"],
        };

    /// <summary>What follows a stem in the name of a column of time.</summary>
    public static IReadOnlyList<string> TimeEndings { get; } =
    ["months", "days", "years", "time", "survivaldays", "survivalmonths", "t"];

    /// <summary>What follows a stem in the name of a column of events.</summary>
    public static IReadOnlyList<string> EventEndings { get; } = ["status", "event", "indicator", "censor", "e"];

    /// <summary>Names of columns of pathological complete response.</summary>
    public static IReadOnlyList<string> CompleteResponse { get; } =
    ["pcr", "pcrrd", "pathologicalcompleteresponse", "pathologicresponsepcrrd", "respcr"];

    /// <summary>A name without case and punctuation.</summary>
    public static string Plain(string column) => NoLetterOrDigit().Replace(column, "").ToLowerInvariant();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoLetterOrDigit();
}
