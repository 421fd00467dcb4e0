namespace Refractor.Cohorts;

/// <summary>
/// The classes of variants of the Mutation Annotation Format, and the consequences of Sequence Ontology that annotators write in their
/// place. Of several consequences in one cell, joined by "&amp;" or a comma, the most severe counts.
/// </summary>
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
        "synonymous_variant",
        "stop_retained_variant",
        "intron_variant",
        "intergenic_variant",
        "upstream_gene_variant",
        "downstream_gene_variant",
        "3_prime_UTR_variant",
        "5_prime_UTR_variant",
        "non_coding_transcript_variant",
        "non_coding_transcript_exon_variant",
        "regulatory_region_variant",
    };

    private static readonly HashSet<string> Changing = new(StringComparer.OrdinalIgnoreCase)
    {
        "Missense_Mutation",
        "Nonsense_Mutation",
        "Nonstop_Mutation",
        "Frame_Shift_Del",
        "Frame_Shift_Ins",
        "In_Frame_Del",
        "In_Frame_Ins",
        "Splice_Site",
        "Splice_Region",
        "Translation_Start_Site",
        "De_novo_Start_InFrame",
        "Start_Codon_SNP",
        "Start_Codon_Del",
        "Start_Codon_Ins",
        "Stop_Codon_Del",
        "Stop_Codon_Ins",
        "Fusion",
        "missense_variant",
        "stop_gained",
        "stop_lost",
        "start_lost",
        "frameshift_variant",
        "inframe_deletion",
        "inframe_insertion",
        "splice_acceptor_variant",
        "splice_donor_variant",
        "splice_region_variant",
        "protein_altering_variant",
    };

    /// <summary>Whether a class is one of the words that are understood.</summary>
    public static bool IsKnown(string variantClass) =>
        Parts(variantClass).All(p => Silent.Contains(p) || Changing.Contains(p));

    /// <summary>Whether a variant of the class changes the protein or its splicing; a class that is not known is taken to do so.</summary>
    public static bool ChangesProtein(string variantClass) => !Parts(variantClass).All(Silent.Contains);

    private static string[] Parts(string variantClass) =>
        variantClass.Split(['&', ','], StringSplitOptions.TrimEntries);
}
