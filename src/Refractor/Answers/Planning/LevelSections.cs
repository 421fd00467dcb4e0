using Refractor.Knowledge;

namespace Refractor.Answers.Planning;

/// <summary>The sections of a broad answer, by where the feature is measured.</summary>
internal static class LevelSections
{
    /// <summary>Titles in order.</summary>
    public static IReadOnlyList<string> Titles { get; } =
    [
        "Mutations and other DNA changes",
        "Proteins and receptors",
        "RNA: genes and signatures",
        "MicroRNAs and long non-coding RNAs",
        "Immune cells, pathways and phenotypes",
    ];

    /// <summary>Title of the section for a finding.</summary>
    public static string TitleOf(EvidenceItem item) =>
        item.Level switch
        {
            Level.DnaVariant
            or Level.GermlineVariant
            or Level.CopyNumber
            or Level.Fusion
            or Level.Methylation
            or Level.GenomeScar => Titles[0],
            Level.ProteinExpression or Level.ProteinActivity => Titles[1],
            Level.RnaExpression or Level.SignatureScore => Titles[2],
            Level.NcRnaExpression => Titles[3],
            _ => Titles[4],
        };
}
