namespace Refractor.Cohorts;

/// <summary>
/// Patients followed together: what they are, what they were given, what became of them, and what was measured in their samples. All
/// lists by patient have the order of <see cref="Patients"/>.
/// </summary>
public sealed class Cohort
{
    private readonly Dictionary<string, ClinicalVariable> _variables;

    /// <summary>Makes a cohort.</summary>
    /// <param name="name">Short name, as used on the command line.</param>
    /// <param name="patients">n identifiers, each once.</param>
    /// <param name="variables">Clinical variables; a name that stands for a role comes before the columns.</param>
    public Cohort(string name, IReadOnlyList<string> patients, IReadOnlyList<ClinicalVariable> variables)
    {
        (Name, Patients, Variables) = (name, patients, variables);
        _variables = [];
        foreach (var variable in variables)
        {
            _variables.TryAdd(variable.Name.ToUpperInvariant(), variable);
            _variables.TryAdd(variable.Column.ToUpperInvariant(), variable);
        }
    }

    /// <summary>Short name, as used on the command line.</summary>
    public string Name { get; }

    /// <summary>Title for reports.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where the data come from and under which terms; null if not told.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of what the cohort was read from: of the manifest of its folder, which holds the digests of all
    /// other files; empty for a cohort that was never stored.
    /// </summary>
    public string Digest { get; init; } = "";

    /// <summary>When the patients were treated, as the evidence names it; null if not told.</summary>
    public Knowledge.Setting? Setting { get; init; }

    /// <summary>n identifiers of patients.</summary>
    public IReadOnlyList<string> Patients { get; }

    /// <summary>Clinical variables.</summary>
    public IReadOnlyList<ClinicalVariable> Variables { get; }

    /// <summary>Samples, of which a patient may have several.</summary>
    public IReadOnlyList<Sample> Samples { get; init; } = [];

    /// <summary>Therapies, with who was given them.</summary>
    public IReadOnlyList<Treatment> Treatments { get; init; } = [];

    /// <summary>Endpoints.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>What was measured in numbers.</summary>
    public IReadOnlyList<MeasuredLayer> Layers { get; init; } = [];

    /// <summary>Mutations; null if none were looked for.</summary>
    public MutationLayer? Mutations { get; init; }

    /// <summary>A variable by its role or column, whatever the letter case; null if there is none.</summary>
    public ClinicalVariable? FindVariable(string name) => _variables.GetValueOrDefault(name.ToUpperInvariant());

    /// <summary>An outcome by its endpoint, whatever the letter case; null if there is none.</summary>
    public Outcome? FindOutcome(string endpoint) =>
        Outcomes.FirstOrDefault(o => o.Endpoint.Equals(endpoint, StringComparison.OrdinalIgnoreCase));

    /// <summary>A treatment by its therapy, whatever the letter case; null if there is none.</summary>
    public Treatment? FindTreatment(string therapy) =>
        Treatments.FirstOrDefault(t => t.Therapy.Equals(therapy, StringComparison.OrdinalIgnoreCase));

    /// <summary>The layer that is looked at where none is named: the first, or the clinical variables where nothing was measured.</summary>
    public string DefaultLayer => Layers.Count > 0 ? Layers[0].Name : ClinicalLayer.Name;

    /// <summary>A layer by its name, whatever the letter case, or the clinical variables as one.</summary>
    /// <exception cref="CohortLacksException">There is none; the message names those that there are.</exception>
    public MeasuredLayer LayerOf(string name) =>
        Layers.FirstOrDefault(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? (name.Equals(ClinicalLayer.Name, StringComparison.OrdinalIgnoreCase) ? ClinicalLayer.Of(this) : null)
        ?? throw new CohortLacksException(
            $"The cohort {Name} has no layer '{name}'; it has {string.Join(", ", Layers.Select(l => l.Name).Append(ClinicalLayer.Name))}."
        );
}
