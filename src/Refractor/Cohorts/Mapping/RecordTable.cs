namespace Refractor.Cohorts.Mapping;

/// <summary>
/// Files in which a patient may have several rows: visits, drugs, courses of radiation, new tumours. Columns of the same name are one
/// column over all files.
/// </summary>
/// <param name="Files">Paths, relative to the folder of the cohort's files.</param>
public sealed record RecordTable(IReadOnlyList<string> Files)
{
    /// <summary>Column of the patient; null to guess.</summary>
    public string? Patient { get; init; }

    /// <summary>Lines below the header that describe columns and are no rows.</summary>
    public int LinesBelowHeader { get; init; }

    /// <summary>Name of the encoding.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Column of the name of a drug; null if rows are not drugs.</summary>
    public string? Drug { get; init; }

    /// <summary>Column that tells the kind of drug where its name is missing or not known; null if there is none.</summary>
    public string? OtherwiseDrug { get; init; }

    /// <summary>Words of the two columns that are no cancer therapy, such as those for vitamins and growth factors.</summary>
    public IReadOnlyList<string> NoTherapy { get; init; } = [];

    /// <summary>Column → words; rows that have one of these words are left out, such as courses given after a recurrence.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Except { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Column → words; rows that have none of these words are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Only { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Of whom a table of records lists everything, so that what is not in it did not happen.</summary>
public enum Completeness
{
    /// <summary>Of nobody: what is not in the table is not known.</summary>
    Nobody,

    /// <summary>Of the patients who have a row in it.</summary>
    PatientsWithRows,

    /// <summary>Of all patients.</summary>
    AllPatients,
}
