using Refractor.Statistics.Contingency;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.Enrichment;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.MetaAnalysis;
using Refractor.Statistics.Mixtures;
using Refractor.Statistics.MultipleTesting;
using Refractor.Statistics.Normalisation;
using Refractor.Statistics.Ordering;
using Refractor.Statistics.Power;
using Refractor.Statistics.RankTests;
using Refractor.Statistics.Regression;
using Refractor.Statistics.Roc;
using Refractor.Statistics.SampleScores;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;
using Refractor.Statistics.Survival.Curves;
using Refractor.Statistics.Survival.LogRank;
using Refractor.Statistics.Survival.Screening;

namespace Refractor.Statistics.Tests.Documentation;

/// <summary>
/// The examples of the README of Refractor.Statistics, letter by letter. Each is found by its text, run, and what it prints compared with
/// the text block that follows it there.
/// </summary>
internal static class ReadmeExamples
{
    public static void Estimates(TextWriter Console)
    {
        Estimate<double> fine = 2.5;
        Estimate<double> constant = NotEstimable.NoVariation;
        Console.WriteLine(fine.Value);
        Console.WriteLine(constant.IsEstimable ? "a number" : constant.Reason.ToString());
    }

    public static void PValues(TextWriter Console)
    {
        Console.WriteLine(PValue.FromLog(-1000));
        Console.WriteLine(PValue.From(0.0312));
    }

    public static void Matrices(TextWriter Console)
    {
        var matrix = FeatureMatrix.Of(features: 2, samples: 3, new float[] { 7.1f, 8.0f, float.NaN, 2.5f, 2.0f, 3.1f });
        Console.WriteLine($"{matrix.Features} features, {matrix.Samples} samples");
    }

    public static void MetaAnalysis(TextWriter Console)
    {
        StudyEffect[] studies = [new(0.42, 0.04), new(0.11, 0.02), new(0.65, 0.09), new(0.30, 0.05)];
        var pooled = PooledEffect.Of(studies).Value;
        Console.WriteLine(
            $"{pooled.Effect:F3}, {pooled.Interval}, p = {pooled.P}, I2 = {pooled.I2:F0} %, k = {pooled.Studies}"
        );
    }

    public static void Mixtures(TextWriter Console)
    {
        var components = FeatureMatrix.Of(features: 3, samples: 2, new double[] { 1, 0, 0, 1, 1, 1 });
        var mixtures = FeatureMatrix.Of(features: 3, samples: 1, new double[] { 3, -1, 2.6 });
        var mixture = LeastSquaresMixture.Fit(components, mixtures);
        Console.WriteLine(
            $"{mixture.Of(0)[0]:F3} {mixture.Of(0)[1]:F3}, residual sum of squares {mixture.ResidualSquares[0]:F3}"
        );
    }

    public static void Regression(TextWriter Console)
    {
        double[] age = [41, 48, 52, 55, 59, 60, 63, 67, 70, 74];
        double[] response = [1, 1, 0, 1, 1, 0, 0, 1, 0, 0];
        var design = DesignMatrix.For(10).Intercept().Numeric("age", age).ToDesign();
        Console.WriteLine(LogisticRegression.Fit(design, response).Value["age"]);
    }

    public static void LinearModels(TextWriter Console)
    {
        string[] groups = ["A", "A", "A", "B", "B", "B"];
        var log2 = FeatureMatrix.Of(
            2,
            6,
            new float[] { 5.1f, 4.9f, 5.0f, 7.2f, 6.8f, 7.1f, 3.0f, 3.4f, float.NaN, 3.1f, 3.3f, 2.9f }
        );
        var twoGroups = DesignMatrix.For(6).Intercept().Factor("group", groups, reference: "A").ToDesign();
        var tested = LinearModel.Fit(log2, twoGroups).Moderate().Test("groupB");
        Console.WriteLine($"{tested.Effect[0]:F3}, p = {tested.P(0)}, n = {tested.N[0]}");
        Console.WriteLine($"{tested.Effect[1]:F3}, p = {tested.P(1)}, n = {tested.N[1]}");
    }

    public static void Distributions(TextWriter Console)
    {
        Console.WriteLine(StudentT.TwoSided(t: 12.5, df: 58));
        Console.WriteLine($"{StudentT.LogProbability(400, 1000, Tail.Upper):F6}");
        Console.WriteLine($"{Hypergeometric.Quantile(0.95, marked: 200, unmarked: 19800, drawn: 500):F0}");
    }

    public static void MultipleTesting(TextWriter Console)
    {
        double[] p = [0.001, 0.008, 0.039, double.NaN, 0.041, 0.6];
        Console.WriteLine(string.Join(" ", AdjustedP.BenjaminiHochberg(p).Select(q => $"{q:F4}")));
        Console.WriteLine(CombinedP.Fisher(p).Value.P);
    }

    public static void ContingencyTables(TextWriter Console)
    {
        var response = new TwoByTwo(17, 8, 12, 38); // altered: response, none; wild type: response, none
        var fisher = FisherTest.Of(response).Value;
        Console.WriteLine($"OR = {fisher.OddsRatio:F2}, {fisher.Interval}, p = {fisher.P}, n = {fisher.N}");
        Console.WriteLine(RiskDifference.Of(response).Value.Interval);
    }

    public static void Powers(TextWriter Console)
    {
        Console.WriteLine($"{MeanDifferencePower.SizePerGroup(power: 0.8, difference: 0.5):F1} per group");
        Console.WriteLine($"AUC {AucPower.DetectableAuc(cases: 30, controls: 120):F3} or more");
        Console.WriteLine($"{HazardRatioPower.Events(power: 0.8, hazardRatio: 1.5):F0} events");
    }

    public static void Enrichment(TextWriter Console)
    {
        double[] statistics = [4.1, 3.3, 2.9, 2.2, 1.4, 0.8, 0.1, -0.2, -0.9, -1.5, -2.0, -2.6];
        var pathways = FeatureSets.Of(
            12,
            [
                [0, 1, 3],
                [4, 7, 10],
            ],
            ["cell cycle", "adhesion"]
        );
        var gsea = PrerankedGsea.Multilevel(statistics, pathways);
        for (var set = 0; set < pathways.Count; set++)
            Console.WriteLine($"{pathways.Name(set)}: ES {gsea.Scores[set]:F2}, p = {gsea.P(set).Value:F2}");
    }

    public static void SampleScores(TextWriter Console)
    {
        string[] genes = ["ESR1", "PGR", "GATA3", "MKI67", "AURKA", "CCNB1"];
        var expression = FeatureMatrix.Of(
            6,
            3,
            new float[] { 9, 4, 8, 8, 3, 5, 9.5f, 5, 9, 4, 8, 6, 3, 9, 7, 5, 7, 4 }
        );
        string[][] members =
        [
            ["ESR1", "PGR", "GATA3", "KRT18"],
            ["MKI67", "AURKA", "CCNB1"],
        ];
        var sets = FeatureSets.Of(genes, members, ["luminal", "proliferation"]);
        var scores = Ssgsea.Score(expression, sets);
        Console.WriteLine(
            $"{sets.Name(0)}: {scores.MembersFound[0]} genes, {scores[0, 0]:F2} {scores[0, 1]:F2} {scores[0, 2]:F2}"
        );
        Console.WriteLine(
            $"{sets.Name(1)}: {scores.MembersFound[1]} genes, {scores[1, 0]:F2} {scores[1, 1]:F2} {scores[1, 2]:F2}"
        );
    }

    public static void Normalisation(TextWriter Console)
    {
        var raw = FeatureMatrix.Of(features: 3, samples: 2, new double[] { 2, 5, 4, 14, 6, 8 });
        var normalised = QuantileNormalisation.Normalise(raw);
        var last = new double[2];
        normalised.CopyFeature(2, last);
        Console.WriteLine($"{last[0]} {last[1]}");
    }

    public static void RankTests(TextWriter Console)
    {
        double[] resistant = [7.9, 8.4, 6.6, 9.1, 8.8];
        double[] sensitive = [5.2, 6.9, 6.1, 5.8, 7.3, 6.0];
        var test = WilcoxonTest.RankSum(resistant, sensitive).Value;
        var shift = HodgesLehmann.Shift(resistant, sensitive).Value;
        Console.WriteLine($"W = {test.Statistic}, p = {test.P}, {test.N} against {test.M}");
        Console.WriteLine($"higher by {shift.Estimate:F2}, {shift.Interval}");
    }

    public static void RocCurves(TextWriter Console)
    {
        var expression = FeatureMatrix.Of(2, 6, new float[] { 1, 2, 3, 4, 5, 6, 2, 9, 4, 4, 1, float.NaN });
        var order = SampleOrder.Of(expression);
        var (control, isCase) = (SampleRole.Control, SampleRole.Case);
        var screen = RocScreen.Run(order, [control, control, isCase, control, isCase, isCase]);
        for (var f = 0; f < 2; f++)
            Console.WriteLine(
                $"{screen.Areas[f]:F3} ({screen.Low[f]:F2} to {screen.High[f]:F2}), p = {PValue.FromLog(screen.LogP[f])}"
            );
    }

    public static void Survival(TextWriter Console)
    {
        double[] months = [6, 14, 21, 40, 38, 44, 52, 60];
        double[] relapse = [1, 1, 0, 0, 0, 0, 1, 0];
        int[] residualDisease = [1, 1, 1, 1, 0, 0, 0, 0];
        var followUp = SurvivalTimes.Of(months, relapse);
        foreach (var (group, curve) in KaplanMeierCurve.ByGroup(followUp, residualDisease))
            Console.WriteLine(
                $"group {group}: {curve.EventCount} of {curve.N}, S(36) = {curve.At(36).Value.Survival:F2}"
            );
        var test = LogRankTest.Of(followUp, residualDisease).Value;
        Console.WriteLine($"log-rank: chi-square {test.ChiSquared:F2}, p = {test.P}");
        var expression = FeatureMatrix.Of(1, 8, new float[] { 9.1f, 8.4f, 8.9f, 7.2f, 6.5f, 8.0f, 7.7f, 6.9f });
        Console.WriteLine($"high against low: z = {LogRankScreen.AtMedian(expression, followUp).Z[0]:F2}");
    }

    public static void CoxRegressions(TextWriter Console)
    {
        double[] months = [4, 8, 12, 13, 18, 20, 24, 29, 35, 40, 44, 51];
        double[] relapse = [1, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0];
        double[] nodes = [9, 2, 7, 2, 1, 6, 3, 8, 0, 3, 5, 1];
        string[] grade = ["3", "3", "2", "2", "3", "2", "2", "2", "3", "3", "2", "2"];
        var times = SurvivalTimes.Of(months, relapse);
        Covariate[] terms = [Covariate.Numeric("nodes", nodes), Covariate.Factor("grade", grade, baseLevel: "2")];
        var model = CoxRegression.Fit(times, terms).Value;
        Console.WriteLine(model["nodes"]);
        Console.WriteLine($"C = {model.Concordance.Value.Value:F3}, n = {model.N}, {model.Events} events");
        Console.WriteLine($"proportional hazards: {model.TestProportionalHazards().Global}");
    }
}
