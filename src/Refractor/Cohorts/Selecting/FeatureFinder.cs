using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Selecting;

/// <summary>Finds features in a cohort by the names of the field: HER2 is found as ERBB2, and also as the receptor status.</summary>
/// <param name="lexicon">Names and aliases.</param>
public sealed class FeatureFinder(Lexicon lexicon)
{
    private static readonly Dictionary<string, string> GeneOfReceptor = new(StringComparer.OrdinalIgnoreCase)
    {
        ["er"] = "ESR1",
        ["pr"] = "PGR",
        ["her2"] = "ERBB2",
    };

    /// <summary>Every form in which the cohort measured a feature: in layers first, then mutations, then clinical data.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="name">A name or alias; letter case does not count.</param>
    /// <returns>Empty if the cohort did not measure it.</returns>
    public IReadOnlyList<CohortFeature> Find(Cohort cohort, string name)
    {
        var names = Names(name);
        return
        [
            .. cohort.Layers.SelectMany(l => InLayer(cohort, l, names)),
            .. InMutations(cohort, names),
            .. InClinical(cohort, name, names),
        ];
    }

    /// <summary>A feature of a layer by its row.</summary>
    public static CohortFeature OfLayer(Cohort cohort, MeasuredLayer layer, int row)
    {
        var (samples, values) = (new double[layer.Samples.Count], new double[cohort.Patients.Count]);
        layer.Matrix.CopyFeature(row, samples);
        Array.Fill(values, double.NaN);
        for (var s = samples.Length - 1; s >= 0; s--)
            if (cohort.Samples[layer.Samples[s]] is { Time: TimePoint.Baseline } sample)
                values[sample.Patient] = samples[s];
        return new CohortFeature(layer.Features[row], layer.Name, layer.Level, false, values);
    }

    /// <summary>The alteration of a gene.</summary>
    public static CohortFeature OfMutations(Cohort cohort, MutationLayer mutations, string gene)
    {
        var values = new double[cohort.Patients.Count];
        Array.Fill(values, double.NaN);
        var altered = mutations.AlteredIn(gene);
        for (var s = 0; s < altered.Length; s++)
        {
            if (altered[s] is not { } found || cohort.Samples[s].Time != TimePoint.Baseline)
                continue;
            var patient = cohort.Samples[s].Patient;
            values[patient] = found || values[patient] == 1 ? 1 : 0;
        }
        return new CohortFeature(gene, "mutations", Level.DnaVariant, true, values);
    }

    private List<string> Names(string name)
    {
        var names = new List<string> { name };
        if (lexicon.FindFeature(name) is { } feature)
        {
            names.Add(feature.Name);
            names.AddRange(feature.Aliases);
        }
        return names;
    }

    private static IEnumerable<CohortFeature> InLayer(Cohort cohort, MeasuredLayer layer, List<string> names)
    {
        var row = names.Select(layer.RowOf).FirstOrDefault(r => r >= 0, -1);
        if (row >= 0)
            yield return OfLayer(cohort, layer, row);
    }

    private static IEnumerable<CohortFeature> InMutations(Cohort cohort, List<string> names)
    {
        if (cohort.Mutations is not { } mutations)
            yield break;
        if (names.FirstOrDefault(n => mutations.Of(n).Any()) is { } gene)
            yield return OfMutations(cohort, mutations, gene);
    }

    private static IEnumerable<CohortFeature> InClinical(Cohort cohort, string asked, List<string> names)
    {
        var role = GeneOfReceptor.FirstOrDefault(g => names.Contains(g.Value, StringComparer.OrdinalIgnoreCase)).Key;
        var found = new[] { asked, role }
            .Where(n => n is not null)
            .Select(n => cohort.FindVariable(n!))
            .FirstOrDefault(v => v is not null);
        if (found is NumberVariable number)
            yield return new CohortFeature(
                number.Name,
                "clinical",
                role is null ? Level.CellPhenotype : Level.ProteinExpression,
                false,
                number.Values
            );
        if (found is StatusVariable status)
            yield return new CohortFeature(
                status.Name,
                "clinical",
                role is null ? Level.CellPhenotype : Level.ProteinExpression,
                true,
                [
                    .. status.Values.Select(v =>
                        v is null ? double.NaN
                        : v.Value ? 1
                        : 0
                    ),
                ]
            );
    }
}
