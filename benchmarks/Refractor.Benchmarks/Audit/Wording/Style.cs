namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>The kinds of choices that a writer makes.</summary>
public enum Choice
{
    Template,
    Opening,
    Subject,
    FeatureName,
    TherapyName,
    SubtypeName,
    Verb,
    Outcome,
    Figures,
    Patients,
}

/// <summary>Choices of words, drawn once and kept, so that a damaged sentence differs from its original by the damage alone.</summary>
public sealed class Style
{
    private readonly int[] _draws;

    public Style(Randomness random) =>
        _draws = [.. Enumerable.Range(0, Enum.GetValues<Choice>().Length).Select(_ => random.Below(5040))];

    public T Pick<T>(Choice choice, IReadOnlyList<T> options) => options[_draws[(int)choice] % options.Count];
}
