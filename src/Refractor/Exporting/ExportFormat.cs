namespace Refractor.Exporting;

/// <summary>Form in which knowledge is handed to another program.</summary>
public enum ExportFormat
{
    /// <summary>The whole knowledge in the fields of the evidence schema, one object per paper.</summary>
    Json,

    /// <summary>A table of the evidence items, separated by tabs, one item per row.</summary>
    Tsv,

    /// <summary>The papers for citation processors, such as Zotero and Pandoc: CSL JSON 1.0.2.</summary>
    CslJson,

    /// <summary>The papers for LaTeX.</summary>
    BibTeX,

    /// <summary>The papers for reference managers, such as EndNote.</summary>
    Ris,
}
