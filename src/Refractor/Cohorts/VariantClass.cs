namespace Refractor.Cohorts;

/// <summary>The classes of variants of the Mutation Annotation Format.</summary>
public static class VariantClass
{
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "Silent",
        "Intron",
        "IGR",
        "RNA",
        "lincRNA",
        "3'UTR",
        "5'UTR",
        "3'Flank",
        "5'Flank",
        "Targeted_Region",
        "De_novo_Start_OutOfFrame",
        "upstream",
        "downstream",
        "intergenic",
        "synonymous",
    };

    /// <summary>Whether a variant of the class changes the protein or its splicing; a class that is not known is taken to do so.</summary>
    public static bool ChangesProtein(string variantClass) => !Silent.Contains(variantClass);

    /// <summary>Whether a variant of the class truncates the protein or breaks its splicing.</summary>
    public static bool Truncates(string variantClass) =>
        variantClass
            is "Frame_Shift_Del"
                or "Frame_Shift_Ins"
                or "Nonsense_Mutation"
                or "Splice_Site"
                or "Translation_Start_Site"
                or "Nonstop_Mutation";
}
