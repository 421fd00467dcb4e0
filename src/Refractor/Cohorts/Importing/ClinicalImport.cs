using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>Reads the clinical files and joins them by patient.</summary>
internal sealed class ClinicalImport(string folder, ImportLog log)
{
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

    private readonly ClinicalData _data = new();

    /// <summary>Reads all files; the first one decides the order of the patients.</summary>
    public ClinicalData Read(IReadOnlyList<ClinicalFile> files)
    {
        foreach (var file in files)
            Read(file);
        for (var patient = 0; patient < _data.Patients.Count; patient++)
            if (_data.Samples.TrueForAll(s => s.Patient != patient))
                _data.AddSample(_data.Patients[patient], patient, TimePoint.Baseline);
        return _data;
    }

    private void Read(ClinicalFile file)
    {
        var options = new TextTableOptions { LinesBelowHeader = file.LinesBelowHeader, Encoding = file.Encoding };
        var table = TextTableReader.Read(Path.Combine(folder, file.File), options);
        log.Add(table.Problems);
        if (PatientColumn(file, table) is not { } patient)
            return;
        var sample = SampleColumn(file, table, patient);
        var (withoutPatient, conflicts, repeated) = (new List<string>(), new SortedSet<string>(), new List<string>());
        for (var r = 0; r < table.Rows.Count; r++)
        {
            if (table.Rows[r][patient] is not { } id)
            {
                withoutPatient.Add($"line {table.Lines[r]}");
                continue;
            }
            var isNew = _data.PatientOf(id) < 0;
            var index = _data.AddPatient(id);
            if (sample >= 0 && table.Rows[r][sample] is { } name && !_data.AddSample(name, index, TimePoint.Baseline))
                repeated.Add(name);
            else if (sample < 0 && !isNew && Already(file.File, id))
                repeated.Add(id);
            Join(table, r, index, patient, sample, file.File, conflicts);
        }
        log.Hold(file.File, "rows without a patient", withoutPatient);
        log.Hold(file.File, "further rows of the same patient or sample: the first one counts", repeated);
        log.Hold(
            file.File,
            "columns in which files or rows contradict each other: the first value counts",
            [.. conflicts]
        );
        var held = withoutPatient.Count + repeated.Count;
        log.Count(new FileCount(file.File, "clinical data", table.Rows.Count - held, held, table.RowsRejected));
    }

    private readonly HashSet<(string File, string Patient)> _seen = [];

    private bool Already(string file, string patient) => !_seen.Add((file, patient));

    private int? PatientColumn(ClinicalFile file, TextTable table)
    {
        if (file.Patient is { } named)
            return Named(table, named, "patient");
        foreach (var name in PatientNames)
            if (table.IndexOf(name) is >= 0 and var found)
            {
                log.Guessed($"clinical: {file.File}: patient", table.Columns[found], "its name");
                return found;
            }
        var unique = Enumerable.Range(0, table.Columns.Count).FirstOrDefault(c => IsUnique(table, c), -1);
        if (unique >= 0)
        {
            log.Guessed(
                $"clinical: {file.File}: patient",
                table.Columns[unique],
                "the first column without repeated values"
            );
            return unique;
        }
        log.Error(
            "patient",
            file.File,
            1,
            "no column that could name the patients",
            "the mapping to name it: 'patient: COLUMN'"
        );
        return null;
    }

    private int SampleColumn(ClinicalFile file, TextTable table, int patient)
    {
        if (file.Sample is { } named)
            return Named(table, named, "sample") ?? -1;
        foreach (var name in SampleNames)
            if (table.IndexOf(name) is >= 0 and var found && found != patient)
            {
                log.Guessed($"clinical: {file.File}: sample", table.Columns[found], "its name");
                return found;
            }
        return -1;
    }

    private int? Named(TextTable table, string column, string role)
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

    private static bool IsUnique(TextTable table, int column)
    {
        var values = table.Values(column);
        return values.Count > 0 && values.All(v => v is not null) && values.Distinct().Count() == values.Count;
    }

    private void Join(
        TextTable table,
        int row,
        int patient,
        int patientColumn,
        int sampleColumn,
        string file,
        SortedSet<string> conflicts
    )
    {
        for (var c = 0; c < table.Columns.Count; c++)
        {
            if (c == patientColumn || c == sampleColumn)
                continue;
            if (!_data.Column(table.Columns[c], file).Set(patient, table.Rows[row][c]))
                conflicts.Add(table.Columns[c]);
        }
    }
}
