using Refractor.Cohorts.Selecting;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Survival.Cox;

namespace Refractor.Cohorts.Testing;

/// <summary>The covariates of a cohort in the forms that regression takes, for some of its patients.</summary>
internal sealed class Adjustment
{
    private readonly IReadOnlyList<ClinicalVariable> _variables;
    private readonly int[] _patients;

    /// <param name="cohort">The cohort.</param>
    /// <param name="names">Roles or columns.</param>
    /// <param name="patients">The patients, as rows of the regression.</param>
    /// <exception cref="ArgumentException">There is no such variable.</exception>
    public Adjustment(Cohort cohort, IReadOnlyList<string> names, int[] patients)
    {
        _patients = patients;
        _variables =
        [
            .. names
                .Select(n =>
                    cohort.FindVariable(n)
                    ?? throw new CohortLacksException(
                        $"The cohort {cohort.Name} has no variable '{n}'; it has {string.Join(", ", cohort.Variables.Take(20).Select(v => v.Name))}."
                    )
                )
                .Distinct(),
        ];
    }

    /// <summary>The patients in whom all covariates are known; the others are left out by the first one that is not.</summary>
    public static Population Complete(Cohort cohort, IReadOnlyList<string> names, Population population) =>
        new Adjustment(cohort, names, [])._variables.Aggregate(
            population,
            (some, variable) => some.Where($"{variable.Name} not known", variable.IsKnown)
        );

    public bool IsEmpty => _variables.Count == 0;

    /// <summary>Names as they are printed.</summary>
    public IEnumerable<string> Names => _variables.Select(v => v.Name);

    /// <summary>The covariates as further terms of a formula of R, by the columns of the exported table of patients, <c>d</c>.</summary>
    public static string TermsInR(Cohort cohort, IReadOnlyList<string> names) =>
        string.Concat(new Adjustment(cohort, names, []).Names.Select(n => $" + d[[\"{n}\"]]"));

    /// <summary>Columns for Cox regression.</summary>
    public IEnumerable<Covariate> ForCox() =>
        _variables.Select(v =>
            v is CategoryVariable category
                ? Covariate.Factor(v.Name, Labels(category))
                : Covariate.Numeric(v.Name, Numbers(v))
        );

    /// <summary>Adds the columns to a design.</summary>
    public DesignBuilder AddTo(DesignBuilder design)
    {
        foreach (var variable in _variables)
            design = variable is CategoryVariable category
                ? design.Factor(variable.Name, Labels(category))
                : design.Numeric(variable.Name, Numbers(variable));
        return design;
    }

    private string?[] Labels(CategoryVariable category) => [.. _patients.Select(p => category.Values[p])];

    private double[] Numbers(ClinicalVariable variable) =>
        variable switch
        {
            NumberVariable number => [.. _patients.Select(p => number.Values[p])],
            StatusVariable status => [.. _patients.Select(p => status.Values[p] is { } s ? (s ? 1.0 : 0) : double.NaN)],
            _ => throw new ArgumentOutOfRangeException(nameof(variable), variable.GetType().Name, "No such variable."),
        };
}
