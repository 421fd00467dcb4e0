using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Cohorts.Scanning;

/// <summary>A gene altered in some tumours, against one endpoint.</summary>
/// <param name="Gene">Symbol.</param>
/// <param name="Altered">Patients with an alteration that changes the protein.</param>
/// <param name="Profiled">Patients whose tumour was sequenced for the gene.</param>
/// <param name="Effect">Altered against not altered, among the profiled alone.</param>
/// <param name="Split">Response in both groups with Fisher's test; null for survival.</param>
/// <param name="LogP">Natural logarithm of p: Fisher's for response, Wald's for survival.</param>
/// <param name="LogQ">The same adjusted by Benjamini and Hochberg over the genes tested.</param>
public sealed record GeneAlteration(
    string Gene,
    int Altered,
    int Profiled,
    Effect Effect,
    ResponseSplit? Split,
    double LogP,
    double LogQ
);

/// <summary>All genes with enough alterations against one endpoint. Tumours that were not sequenced are never taken for wild type.</summary>
/// <param name="Request">What was declared.</param>
/// <param name="Population">Who was looked at.</param>
/// <param name="Genes">Genes tested, by p and then by name.</param>
/// <param name="TooFew">Genes altered in fewer patients than asked for.</param>
public sealed record MutationScan(
    PopulationRequest Request,
    Population Population,
    IReadOnlyList<GeneAlteration> Genes,
    int TooFew
)
{
    /// <summary>Fewest altered patients for a gene to be tested.</summary>
    public const int FewestAltered = 5;

    /// <summary>Tests all genes.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="request">Endpoint, treatment and subtype.</param>
    /// <param name="fewest">Genes altered in fewer patients are not tested.</param>
    /// <exception cref="ArgumentException">The cohort has no mutations, or lacks what is asked for; the message names what it has.</exception>
    public static MutationScan Run(Cohort cohort, PopulationRequest request, int fewest = FewestAltered)
    {
        var mutations =
            cohort.Mutations ?? throw new CohortLacksException($"The cohort {cohort.Name} has no mutations.");
        var population = Population.Of(cohort, request);
        var (tested, tooFew) = (new List<GeneAlteration>(), 0);
        foreach (var gene in mutations.Genes)
        {
            var feature = FeatureFinder.OfMutations(cohort, mutations, gene);
            var patients = population.With(feature).Indices();
            var altered = patients.Count(p => feature.Values[p] == 1);
            if (altered < fewest)
                tooFew++;
            else
                tested.Add(Test(cohort, feature, population.Outcome, patients, altered));
        }
        var logQ = AdjustedP.BenjaminiHochbergOfLog([.. tested.Select(g => g.LogP)]);
        return new MutationScan(
            request,
            population,
            [
                .. tested
                    .Select((g, i) => g with { LogQ = logQ[i] })
                    .OrderBy(g => double.IsNaN(g.LogP))
                    .ThenBy(g => g.LogP)
                    .ThenBy(g => g.Gene, StringComparer.Ordinal),
            ],
            tooFew
        );
    }

    private static GeneAlteration Test(
        Cohort cohort,
        CohortFeature feature,
        Outcome outcome,
        int[] patients,
        int altered
    )
    {
        var none = new Adjustment(cohort, [], patients);
        if (outcome is not ResponseOutcome response)
        {
            var hazard = new SurvivalTester(cohort, feature, (SurvivalOutcome)outcome, patients).HazardRatio(none);
            return new GeneAlteration(feature.Name, altered, patients.Length, hazard, null, hazard.P.Log, double.NaN);
        }
        var test = new ResponseTester(cohort, feature, response, patients).Run([], null);
        var logP = test.Splits[0].Fisher is { IsEstimable: true, Value: var fisher } ? fisher.P.Log : double.NaN;
        return new GeneAlteration(
            feature.Name,
            altered,
            patients.Length,
            test.Effect,
            test.Splits[0],
            logP,
            double.NaN
        );
    }
}
