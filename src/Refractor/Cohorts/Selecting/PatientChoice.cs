namespace Refractor.Cohorts.Selecting;

/// <summary>Narrows the patients of a cohort down, counting whom each step leaves out.</summary>
internal sealed class PatientChoice
{
    private readonly bool[] _included;
    private readonly List<LeftOut> _leftOut;

    public PatientChoice(IReadOnlyList<bool> included, IReadOnlyList<LeftOut> leftOut) =>
        (_included, _leftOut) = ([.. included], [.. leftOut]);

    /// <summary>The patients that treatment and subtype choose.</summary>
    /// <exception cref="CohortLacksException">The cohort has no such therapy or subtype; the message names what it has.</exception>
    public static PatientChoice Of(Cohort cohort, string? treated, string? untreated, string? subtype)
    {
        var choice = new PatientChoice([.. Enumerable.Repeat(true, cohort.Patients.Count)], []);
        choice.KeepTreatment(cohort, treated, given: true);
        choice.KeepTreatment(cohort, untreated, given: false);
        choice.KeepSubtype(cohort, subtype);
        return choice;
    }

    public IReadOnlyList<bool> Included => _included;

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    public void Keep(string reason, Func<int, bool> keep)
    {
        var count = 0;
        for (var p = 0; p < _included.Length; p++)
        {
            if (!_included[p] || keep(p))
                continue;
            _included[p] = false;
            count++;
        }
        if (count > 0)
            _leftOut.Add(new LeftOut(reason, count));
    }

    private void KeepTreatment(Cohort cohort, string? therapy, bool given)
    {
        if (therapy is null)
            return;
        var treatment =
            cohort.FindTreatment(therapy)
            ?? throw new CohortLacksException(
                $"The cohort {cohort.Name} does not tell who was given {therapy}; it tells it of {Population.Names(cohort.Treatments.Select(t => t.Therapy))}."
            );
        var name = treatment.Therapy.Replace('_', ' ');
        Keep($"{name} not known", p => treatment.Given[p] is not null);
        Keep(given ? $"{name} not given" : $"{name} given", p => treatment.Given[p] == given);
    }

    private void KeepSubtype(Cohort cohort, string? subtype)
    {
        if (subtype is null)
            return;
        var members =
            SubtypeMembers.Of(cohort, subtype)
            ?? throw new CohortLacksException($"The cohort {cohort.Name} holds nothing to tell {subtype} from.");
        Keep($"not known whether {subtype}", p => members[p] is not null);
        Keep($"not {subtype}", p => members[p] == true);
    }
}
