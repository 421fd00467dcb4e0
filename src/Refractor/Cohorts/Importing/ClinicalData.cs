namespace Refractor.Cohorts.Importing;

/// <summary>The clinical tables of a cohort joined: patients, samples, and columns by patient.</summary>
internal sealed class ClinicalData
{
    private readonly Dictionary<string, int> _patients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _samples = new(StringComparer.Ordinal);
    private readonly List<ClinicalColumn> _columns = [];
    private readonly Dictionary<string, ClinicalColumn> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClinicalColumn> _byAnyCase = new(StringComparer.OrdinalIgnoreCase);

    public List<string> Patients { get; } = [];

    public List<Sample> Samples { get; } = [];

    public IReadOnlyList<ClinicalColumn> Columns => _columns;

    public int PatientOf(string id) => _patients.GetValueOrDefault(id, -1);

    public int AddPatient(string id)
    {
        if (_patients.TryGetValue(id, out var known))
            return known;
        _patients.Add(id, Patients.Count);
        Patients.Add(id);
        return Patients.Count - 1;
    }

    /// <summary>Adds a sample; false if there is one of that name.</summary>
    public bool AddSample(string id, int patient, TimePoint time)
    {
        if (!_samples.TryAdd(id, Samples.Count))
            return false;
        Samples.Add(new Sample(id, patient, time));
        return true;
    }

    public int SampleOf(string id) => _samples.GetValueOrDefault(id, -1);

    /// <summary>The column of a name, made if it is not there yet.</summary>
    public ClinicalColumn Column(string name, string file)
    {
        if (Find(name) is { } known)
            return known;
        var column = new ClinicalColumn(name, file);
        _columns.Add(column);
        _byName.Add(name, column);
        _byAnyCase.TryAdd(name, column);
        return column;
    }

    /// <summary>A column by its name, whatever the letter case; null if there is none.</summary>
    public ClinicalColumn? Find(string name) => _byName.GetValueOrDefault(name) ?? _byAnyCase.GetValueOrDefault(name);
}

/// <summary>A column of the joined clinical tables.</summary>
/// <param name="name">Its name in the file.</param>
/// <param name="file">The file it was first met in.</param>
internal sealed class ClinicalColumn(string name, string file)
{
    private readonly List<string?> _values = [];

    public string Name { get; } = name;

    public string File { get; } = file;

    public string? this[int patient] => patient < _values.Count ? _values[patient] : null;

    /// <summary>The values of n patients.</summary>
    public string?[] Values(int patients) => [.. Enumerable.Range(0, patients).Select(p => this[p])];

    /// <summary>Sets the value of a patient; false if another one is there already, which stays.</summary>
    public bool Set(int patient, string? value)
    {
        while (_values.Count <= patient)
            _values.Add(null);
        if (value is null)
            return true;
        if (_values[patient] is { } before && before != value)
            return false;
        _values[patient] = value;
        return true;
    }
}
