using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>Reads the clinical files and joins them by patient.</summary>
internal sealed class ClinicalImport(string folder, ImportLog log)
{
    private readonly ClinicalData _data = new();

    /// <summary>Reads all files; the first one decides the order of the patients.</summary>
    public ClinicalData Read(IReadOnlyList<ClinicalFile> files)
    {
        foreach (var file in files)
            Read(file);
        var sampled = _data.Samples.Select(s => s.Patient).ToHashSet();
        for (var patient = 0; patient < _data.Patients.Count; patient++)
            if (!sampled.Contains(patient))
                _data.AddSample(_data.Patients[patient], patient, TimePoint.Baseline);
        return _data;
    }

    private void Read(ClinicalFile file)
    {
        var options = new TextTableOptions { LinesBelowHeader = file.LinesBelowHeader, Encoding = file.Encoding };
        var table = TextTableReader.Read(Path.Combine(folder, file.File), options);
        log.Add(table.Problems);
        var identifiers = new IdentifierColumns(table, log);
        if ((file.Numbered ? IdentifierColumns.None : identifiers.Patient(file.File, file.Patient)) is not { } patient)
            return;
        var sample = identifiers.Sample(file, patient);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var times = new SampleTimes(file, table, sample, log);
        var (withoutPatient, conflicts, repeated) = (new List<string>(), new SortedSet<string>(), new List<string>());
        var timeless = new List<string>();
        foreach (var r in times.Rows())
        {
            if (IdentifierColumns.PatientOf(table, r, patient) is not { } id)
            {
                withoutPatient.Add($"line {table.Lines[r]}");
                continue;
            }
            if (times.Of(r) is not { } time)
            {
                timeless.Add(table.Rows[r][sample] ?? id);
                continue;
            }
            var index = _data.AddPatient(id);
            if (sample >= 0 && table.Rows[r][sample] is { } name && !_data.AddSample(name, index, time))
                repeated.Add(name);
            else if (sample < 0 && !seen.Add(id))
                repeated.Add(id);
            Join(table, r, index, [patient, sample, times.Column], file.File, conflicts);
        }
        log.Hold(file.File, "rows without a patient", withoutPatient);
        log.Hold(file.File, "further rows of the same patient or sample: the first one counts", repeated);
        log.Hold(
            file.File,
            "columns in which files or rows contradict each other: the first value counts",
            [.. conflicts]
        );
        log.Hold(file.File, "samples of which no time is told that is understood", timeless);
        var held = withoutPatient.Count + repeated.Count + timeless.Count;
        log.Count(new FileCount(file.File, "clinical data", table.Rows.Count - held, held, table.RowsRejected));
    }

    private void Join(
        TextTable table,
        int row,
        int patient,
        IReadOnlyList<int> identifiers,
        string file,
        SortedSet<string> conflicts
    )
    {
        for (var c = 0; c < table.Columns.Count; c++)
        {
            if (identifiers.Contains(c))
                continue;
            if (!_data.Column(table.Columns[c], file).Set(patient, table.Rows[row][c]))
                conflicts.Add(table.Columns[c]);
        }
    }
}
