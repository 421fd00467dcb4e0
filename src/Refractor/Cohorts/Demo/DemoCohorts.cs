using System.Security.Cryptography;
using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Demo;

/// <summary>
/// Two public cohorts that come with the program, so that every command can be tried at once: Rotterdam and GBSG, as the R package
/// survival distributes them. Receptors are amounts (fmol per mg of protein), not a status; no cut-off is applied.
/// </summary>
public static class DemoCohorts
{
    private const double DaysInMonth = 30.4375;
    private const string Terms =
        "Table of the R package survival (T. Therneau; LGPL version 2 or later) with columns renamed; see NOTICE.";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["gbsg", "rotterdam"];

    /// <summary>The cohort of a name; null if none of that name comes with the program.</summary>
    public static Cohort? Find(string name) =>
        name switch
        {
            "gbsg" => Gbsg(),
            "rotterdam" => Rotterdam(),
            _ => null,
        };

    /// <summary>
    /// 686 patients with node-positive cancer of a trial of 1984 to 1989, those with complete data of 720. Hormone therapy is not marked
    /// as randomised: it was decided by chance for some of the patients only, and the table does not tell for whom.
    /// </summary>
    private static Cohort Gbsg()
    {
        var table = Table("gbsg");
        return Of(
            "gbsg",
            "GBSG (Schumacher 1994; Royston and Altman 2013)",
            "Schumacher et al., J Clin Oncol 1994; Royston and Altman, BMC Med Res Methodol 2013.",
            table,
            [new NumberVariable("size", "size_mm", Numbers(table, "size_mm"))],
            [new Treatment("endocrine_therapy", Flags(table, "hormon"))],
            [Survival(table, "RFS", "rfs", "recurrence or death")]
        );
    }

    /// <summary>2,982 patients of the tumour bank of Rotterdam. Deaths without relapse are censored in RFS, as the table has them.</summary>
    private static Cohort Rotterdam()
    {
        var table = Table("rotterdam");
        return Of(
            "rotterdam",
            "Rotterdam (Foekens 2000; Royston and Altman 2013)",
            "Foekens et al., J Clin Oncol 2000; Royston and Altman, BMC Med Res Methodol 2013.",
            table,
            [
                new NumberVariable("year", "year", Numbers(table, "year")),
                new CategoryVariable("size", "size_class_mm", table.Values(table.IndexOf("size_class_mm"))),
            ],
            [
                new Treatment("endocrine_therapy", Flags(table, "hormon")),
                new Treatment("chemotherapy", Flags(table, "chemo")),
            ],
            [
                Survival(table, "RFS", "rfs", "time from surgery to relapse; deaths without relapse are censored"),
                Survival(table, "OS", "os", "time from surgery to death"),
            ]
        );
    }

    private static Cohort Of(
        string name,
        string title,
        string papers,
        TextTable table,
        IReadOnlyList<ClinicalVariable> own,
        IReadOnlyList<Treatment> treatments,
        IReadOnlyList<Outcome> outcomes
    )
    {
        var patients = table.Values(table.IndexOf("patient")).Select(p => p!).ToList();
        ClinicalVariable[] variables =
        [
            new NumberVariable("age", "age_years", Numbers(table, "age_years")),
            new StatusVariable("menopause", "postmenopausal", Flags(table, "postmenopausal")),
            new NumberVariable("grade", "tumour_grade", Numbers(table, "tumour_grade")),
            new NumberVariable("nodes", "positive_nodes", Numbers(table, "positive_nodes")),
            new NumberVariable("er", "er_fmol_per_mg", Numbers(table, "er_fmol_per_mg")),
            new NumberVariable("pr", "pgr_fmol_per_mg", Numbers(table, "pgr_fmol_per_mg")),
            new StatusVariable("hormon", "hormon", Flags(table, "hormon")),
            .. own,
        ];
        return new Cohort(name, patients, variables)
        {
            Title = title,
            Digest = Digest(name),
            Source = $"{papers} {Terms}",
            Setting = Setting.Adjuvant,
            Samples = [.. patients.Select((p, i) => new Sample(p, i))],
            Treatments = treatments,
            Outcomes = outcomes,
        };
    }

    private static TextTable Table(string name)
    {
        using var stream = Open(name);
        return TextTableReader.Read(stream, $"{name}.tsv", new TextTableOptions { Separator = '\t' });
    }

    private static string Digest(string name)
    {
        using var stream = Open(name);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static Stream Open(string name) =>
        typeof(DemoCohorts).Assembly.GetManifestResourceStream($"{name}.tsv")
        ?? throw new InvalidOperationException($"The program was built without {name}.tsv.");

    private static SurvivalOutcome Survival(TextTable table, string endpoint, string stem, string definition) =>
        new(
            endpoint,
            [.. Numbers(table, $"{stem}_days").Select(d => d / DaysInMonth)],
            Numbers(table, $"{stem}_event"),
            definition
        );

    private static double[] Numbers(TextTable table, string column) =>
        [
            .. table
                .Values(table.IndexOf(column))
                .Select(v => double.Parse(v!, System.Globalization.CultureInfo.InvariantCulture)),
        ];

    private static IReadOnlyList<bool?> Flags(TextTable table, string column) =>
        [.. table.Values(table.IndexOf(column)).Select(v => (bool?)(v == "1"))];
}
