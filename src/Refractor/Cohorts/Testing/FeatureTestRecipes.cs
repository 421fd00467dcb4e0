using Refractor.Cohorts.Recipes;
using Refractor.Cohorts.Selecting;
using Refractor.Statistics;

namespace Refractor.Cohorts.Testing;

/// <summary>How each number of the test of a feature was made.</summary>
public sealed class FeatureTestRecipes
{
    private readonly FeatureTest _test;
    private readonly RModel _r;
    private readonly RecipeInput _input;

    /// <param name="cohort">The cohort.</param>
    /// <param name="test">A test in it.</param>
    public FeatureTestRecipes(Cohort cohort, FeatureTest test)
    {
        (_test, _r) = (test, new RModel(cohort, test));
        _input = RecipeInput.Of(cohort, test.Request.Population, test.Population);
        Effects = [.. OfEffects()];
        Splits = [.. _r.IsSurvival ? new SurvivalRecipes(test, _input).All() : new ResponseRecipes(test, _input).All()];
        Interaction = test.Interaction is { } interaction ? [Of(cohort, interaction)] : [];
        Subtypes = [.. test.Subtypes.Where(s => s.Effect.IsEstimable).Select(Of)];
    }

    /// <summary>The effect, and the adjusted one.</summary>
    public IReadOnlyList<Recipe> Effects { get; }

    /// <summary>Groups, curves and rank statistics.</summary>
    public IReadOnlyList<Recipe> Splits { get; }

    /// <summary>The interaction with a therapy; empty if there is none.</summary>
    public IReadOnlyList<Recipe> Interaction { get; }

    /// <summary>The effect in each subtype.</summary>
    public IReadOnlyList<Recipe> Subtypes { get; }

    /// <summary>All of them in the order of the report.</summary>
    public IReadOnlyList<Recipe> All => [.. Effects, .. Splits, .. Interaction, .. Subtypes];

    private string Measure => _r.IsSurvival ? "hazard ratio" : "odds ratio";

    private string Endpoint => _test.Population.Outcome.Endpoint;

    private IEnumerable<Recipe> OfEffects()
    {
        var plain = _test.Response?.Effect ?? _test.Survival!.Effect;
        if (plain.IsEstimable)
            yield return Regression(plain, "d", "", adjusted: false, _input);
        if ((_test.Response?.Adjusted ?? _test.Survival?.Adjusted) is { IsEstimable: true } adjusted)
            yield return Regression(
                adjusted,
                "d",
                $", adjusted for {string.Join(", ", _test.Request.Adjust)}",
                adjusted: true,
                Complete(adjusted)
            );
    }

    /// <summary>The patients of an adjusted effect: those whose covariates are known.</summary>
    private RecipeInput Complete(Effect effect) =>
        effect.N == _input.N
            ? _input
            : _input with
            {
                N = effect.N,
                LeftOut = [.. _input.LeftOut, new LeftOut("a covariate not known", _input.N - effect.N)],
            };

    private Recipe Regression(Effect effect, string data, string note, bool adjusted, RecipeInput input) =>
        new(
            $"{Measure} of {Endpoint} for {effect.Unit} of {_test.Feature.Name}{note}",
            input,
            _r.IsSurvival
                ? "Cox regression by maximum partial likelihood; Wald interval and p"
                : "logistic regression by maximum likelihood; Wald interval and p",
            Parameters(effect),
            _r.Regression(data, adjusted, effect)
        );

    private IReadOnlyList<RecipeParameter> Parameters(Effect effect)
    {
        var parameters = new List<RecipeParameter> { new("unit", effect.Unit), new("interval", "95 %") };
        if (_r.IsSurvival)
            parameters.Add(new("ties", "Efron"));
        if (effect.Reason == NotEstimable.Separation)
            parameters.Add(new("penalty", "Firth's, for the data are separated; profile interval"));
        return parameters;
    }

    private Recipe Of(Cohort cohort, TreatmentInteraction interaction)
    {
        var treatment = cohort.FindTreatment(interaction.Therapy)!;
        var both = FeatureTest.BothArms(cohort, _test.Feature, _test.Request, treatment);
        var therapy = interaction.Therapy.Replace('_', ' ');
        return new Recipe(
            $"{Measure} of {_test.Feature.Name} when {therapy} is given over that when it is not",
            _input with
            {
                Who = $"both arms of {therapy}, {Endpoint} known",
                N = both.N,
                LeftOut = both.LeftOut,
            },
            "product of feature and therapy in one regression over both arms; Wald interval and p",
            [new("unit", $"{_test.Effect.Unit}, of both arms together")],
            _r.Interaction()
        );
    }

    private Recipe Of(SubtypeEffect subtype)
    {
        var recipe = Regression(
            subtype.Effect,
            "s",
            $" in {subtype.Subtype.Label}",
            _test.Request.Adjust.Count > 0,
            _input with
            {
                Who = $"{_input.Who}, {subtype.Subtype.Label}",
                N = subtype.Effect.N,
                LeftOut =
                [
                    .. _input.LeftOut,
                    new LeftOut("other or unknown subtype, or a covariate not known", _input.N - subtype.Effect.N),
                ],
            }
        );
        return recipe with { R = RModel.Members(subtype.Subtype.Name) + "\n" + recipe.R };
    }
}
