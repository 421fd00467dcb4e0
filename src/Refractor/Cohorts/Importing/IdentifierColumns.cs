using System.Globalization;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>Finds the columns of a table that name patients and samples.</summary>
internal sealed class IdentifierColumns(TextTable table, ImportLog log)
{
    /// <summary>No column: rows that name no patient are numbered, and a patient without named samples has one.</summary>
    public const int None = -1;

    private static readonly string[] PatientNames =
    [
        "PATIENT_ID",
        "patient",
        "patientid",
        "Donor.ID",
        "bcr_patient_barcode",
        "case_id",
        "subject_id",
        "pid",
        "id",
    ];

    private static readonly string[] SampleNames = ["SAMPLE_ID", "sample", "sampleid", "geo_accession"];

    /// <summary>The patient of a row; its number, counted from 1, where no column names one.</summary>
    public static string? PatientOf(TextTable table, int row, int column) =>
        column == None ? (row + 1).ToString(CultureInfo.InvariantCulture) : table.Rows[row][column];

    /// <summary>The column of the patients: the named one, or a guess; null, with a problem, if there is none.</summary>
    public int? Patient(string file, string? named)
    {
        if (named is not null)
            return Named(named, "patient");
        foreach (var name in PatientNames)
            if (table.IndexOf(name) is >= 0 and var found)
            {
                log.Guessed($"clinical: {file}: patient", table.Columns[found], "its name");
                return found;
            }
        var unique = Enumerable.Range(0, table.Columns.Count).FirstOrDefault(c => IsName(c), -1);
        if (unique >= 0)
        {
            log.Guessed(
                $"clinical: {file}: patient",
                table.Columns[unique],
                "the first column without repeated values"
            );
            return unique;
        }
        log.Error(
            "patient",
            file,
            1,
            "no column that could name the patients",
            "the mapping to name it ('patient: COLUMN'), or to say that each row is a patient without a name ('numbered: true')"
        );
        return null;
    }

    /// <summary>The column of the samples; <see cref="None"/> if each patient has one sample of the same name.</summary>
    public int Sample(ClinicalFile file, int patient)
    {
        if (file.Sample is { } named)
            return Named(named, "sample") ?? None;
        foreach (var name in SampleNames)
            if (table.IndexOf(name) is >= 0 and var found && found != patient)
            {
                log.Guessed($"clinical: {file.File}: sample", table.Columns[found], "its name");
                return found;
            }
        return None;
    }

    private int? Named(string column, string role)
    {
        if (table.IndexOf(column) is >= 0 and var found)
            return found;
        var names = string.Join(", ", table.Columns.Take(30));
        log.Error(
            role,
            table.File,
            1,
            $"no column '{column}'",
            $"one of {names}{(table.Columns.Count > 30 ? ", …" : "")}"
        );
        return null;
    }

    /// <summary>
    /// Whether a column could name patients: every value is there once. Numbers name patients in the first column alone, and only whole
    /// ones.
    /// </summary>
    private bool IsName(int column)
    {
        var values = table.Values(column);
        return values.Count > 0
            && values.All(v =>
                v is not null && (!ClinicalWords.TryNumber(v, out var n) || (column == 0 && n == Math.Floor(n)))
            )
            && values.Distinct().Count() == values.Count;
    }
}
