using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>Names under which features, therapies and subtypes stand in a text.</summary>
internal sealed class Names(Lexicon lexicon)
{
    /// <summary>Names in use beside the symbol, for the protein, the RNA and the alteration alike.</summary>
    private static readonly Dictionary<string, string[]> Common = new(StringComparer.Ordinal)
    {
        ["ERBB2"] = ["HER2", "HER2", "HER-2"],
        ["MKI67"] = ["Ki-67", "Ki67"],
        ["ABCB1"] = ["MDR1"],
        ["ABCG2"] = ["BCRP"],
        ["ABCC1"] = ["MRP1"],
        ["NCOA3"] = ["AIB1", "SRC-3"],
        ["CD274"] = ["PD-L1"],
        ["CCND1"] = ["cyclin D1"],
        ["CCNE1"] = ["cyclin E1"],
        ["BIRC5"] = ["survivin"],
        ["MAPT"] = ["tau"],
        ["TUBB3"] = ["class III β-tubulin", "βIII-tubulin"],
        ["CHEK1"] = ["CHK1"],
        ["CTNNB1"] = ["β-catenin"],
    };

    /// <summary>Names of the protein only.</summary>
    private static readonly Dictionary<string, string[]> Protein = new(StringComparer.Ordinal)
    {
        ["ABCB1"] = ["P-glycoprotein", "P-gp"],
        ["TP53"] = ["p53"],
        ["CDKN1B"] = ["p27"],
        ["ESR1"] = ["ER", "estrogen receptor"],
        ["PGR"] = ["PR", "progesterone receptor"],
        ["AR"] = ["androgen receptor"],
        ["CDH1"] = ["E-cadherin"],
        ["PTGS2"] = ["COX-2"],
        ["VIM"] = ["vimentin"],
    };

    private static readonly Dictionary<string, string[]> Therapies = new(StringComparer.Ordinal)
    {
        ["trastuzumab_emtansine"] = ["T-DM1"],
        ["trastuzumab_deruxtecan"] = ["T-DXd"],
        ["radiotherapy"] = ["radiation therapy"],
        ["endocrine_therapy"] = ["hormonal therapy"],
        ["cdk4_6_inhibitor"] = ["CDK4/6 inhibition"],
        ["parp_inhibitor"] = ["PARP inhibition"],
        ["fluorouracil"] = ["5-FU"],
    };

    private static readonly Dictionary<string, string[]> Subtypes = new(StringComparer.Ordinal)
    {
        ["TNBC"] = ["triple-negative"],
        ["HR+"] = ["ER-positive", "hormone receptor-positive", "HR-positive"],
        ["HER2+"] = ["HER2-positive"],
        ["HR+/HER2-"] = ["HR-positive, HER2-negative", "hormone receptor-positive, HER2-negative", "ER+/HER2-"],
        ["HR+/HER2+"] = ["HR-positive, HER2-positive"],
        ["HR-/HER2+"] = ["HR-negative, HER2-positive"],
    };

    public string Of(Feature feature, Level level, Style style)
    {
        var names = new List<string> { feature.Name };
        names.AddRange(Common.GetValueOrDefault(feature.Name) ?? []);
        if (level is Level.ProteinExpression or Level.ProteinActivity)
        {
            names.AddRange(Protein.GetValueOrDefault(feature.Name) ?? []);
            if (feature is { Type: FeatureType.Gene, CommonName: { } common })
                names.Add(common);
        }
        return style.Pick(Choice.FeatureName, [.. names.Where(n => lexicon.FindFeature(n) == feature)]);
    }

    /// <summary>The therapies as one phrase; empty for untreated patients and unstated treatment.</summary>
    public static string Of(IReadOnlyList<Therapy> therapies, Style style)
    {
        if (therapies.Any(t => t.Kind == TherapyKind.Mixed))
            return "";
        var names = therapies.Select(t =>
            style.Pick(Choice.TherapyName, [t.Label, .. Therapies.GetValueOrDefault(t.Name) ?? []])
        );
        return Text.List([.. names], style.Pick(Choice.Template, [" plus ", " and ", " combined with "]));
    }

    public static string Of(Subtype subtype, Style style) =>
        style.Pick(Choice.SubtypeName, Subtypes.GetValueOrDefault(subtype.Name) ?? [subtype.Label]);
}
