namespace Refractor.Cohorts;

/// <summary>Whether the patients of a cohort were given a therapy.</summary>
/// <param name="Therapy">Name of the therapy, a controlled name of the vocabulary where there is one, such as <c>chemotherapy</c>.</param>
/// <param name="Given">n patients: given, not given, or not known (null). What is not known is never taken for not given.</param>
/// <param name="Randomised">Whether chance decided who was given it, as far as the importer was told.</param>
public sealed record Treatment(string Therapy, IReadOnlyList<bool?> Given, bool Randomised = false)
{
    /// <summary>Patients known to have been given the therapy.</summary>
    public int Yes => Given.Count(g => g == true);

    /// <summary>Patients known not to have been given it.</summary>
    public int No => Given.Count(g => g == false);

    /// <summary>Patients of whom it is not known.</summary>
    public int Unknown => Given.Count(g => g is null);
}
