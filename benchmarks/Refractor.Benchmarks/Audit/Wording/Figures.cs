using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>The figures that a sentence may give.</summary>
/// <param name="N">Patients; null when not known or not told.</param>
/// <param name="Metric">Measure of the estimate.</param>
/// <param name="Estimate">Estimate; null when none is told.</param>
/// <param name="Interval">Interval; null when none is told.</param>
/// <param name="P">p value; null when none is told.</param>
/// <param name="Rates">Two rates as fractions, in the order of the groups; empty when none are told.</param>
public sealed record Figures(
    int? N,
    Metric Metric,
    double? Estimate,
    Interval? Interval,
    PValue? P,
    IReadOnlyList<double> Rates
)
{
    private static readonly Dictionary<Metric, string> Names = new()
    {
        [Metric.OddsRatio] = "OR",
        [Metric.HazardRatio] = "HR",
        [Metric.RelativeRisk] = "RR",
        [Metric.Auc] = "AUC",
        [Metric.FoldChange] = "fold change",
        [Metric.ConcordanceIndex] = "C-index",
    };

    /// <summary>The figures of an item that can be told without explaining the contrast they stand for.</summary>
    public static Figures Of(EvidenceItem item)
    {
        var result = item.Result;
        var telling = Names.ContainsKey(result.Metric) && result.Estimate is not null && FitsDirection(item);
        return new Figures(
            item.IsClinical ? item.N : null,
            result.Metric,
            telling ? result.Estimate : null,
            telling ? result.Interval : null,
            result.P,
            RatesOf(item)
        );
    }

    /// <summary>No figures at all.</summary>
    public static Figures None { get; } = new(null, Metric.None, null, null, null, []);

    /// <summary>The figures without estimate and rates, which would give a turned direction away.</summary>
    public Figures OnlyP => this with { Estimate = null, Interval = null, Rates = [] };

    /// <summary>The figures in brackets with a space in front; empty when there are none.</summary>
    public string Write(Style style)
    {
        var eq = style.Pick(Choice.Figures, [" = ", "=", " = ", " "]);
        var parts = new List<string>();
        if (Rates.Count == 2)
            parts.Add(
                style.Pick(Choice.Outcome, ["{0} vs {1}", "{0} versus {1}", "{0} compared with {1}"]).Fill(Percents())
            );
        if (Estimate is { } estimate)
            parts.Add($"{Names[Metric]}{(eq == "=" ? "=" : " ")}{estimate.Plain()}");
        if (Interval is { } i)
            parts.Add(
                $"{i.Percent.Plain()}{style.Pick(Choice.Verb, ["% CI ", " % CI ", "% CI: "])}{i.Low.Plain()}{style.Pick(Choice.Figures, ["–", "-", " to "])}{i.High.Plain()}"
            );
        if (P is { } p)
            parts.Add(PText(p, eq == " " ? " = " : eq, style));
        return parts.Count == 0 ? "" : $" ({string.Join(style.Pick(Choice.Opening, [", ", "; "]), parts)})";
    }

    private static string PText(PValue p, string eq, Style style)
    {
        var sign = eq == "=" ? p.Relation : $" {p.Relation} ";
        return style.Pick(Choice.Subject, ["p", "P"])
            + sign.Replace("<=", "≤", StringComparison.Ordinal)
            + p.Value.Plain();
    }

    private string[] Percents() => [.. Rates.Select(r => Math.Round(r * 100, 1).Plain() + "%")];

    private static double[] RatesOf(EvidenceItem item)
    {
        var rates = item.Result.Groups.Where(g => g.Rate is not null).Select(g => g.Rate!.Value).ToArray();
        if (
            rates.Length != 2
            || !Endpoints.IsOutcome(item.Endpoint)
            || item.Relation is not (Relation.Predictive or Relation.Prognostic)
        )
            return [];
        var isGood = !Endpoints.CountsEvents(item.Endpoint);
        return (item.Effect, rates[0] > rates[1]) switch
        {
            (Effect.Sensitivity, var more) when more == isGood => rates,
            (Effect.Resistance, var more) when more != isGood => rates,
            (Effect.NoEffect, _) => rates,
            _ => [],
        };
    }

    /// <summary>A ratio that stands for the opposite contrast, such as the benefit of treatment within the marker group, is left out.</summary>
    private static bool FitsDirection(EvidenceItem item)
    {
        if (item.Result.Metric is not (Metric.OddsRatio or Metric.HazardRatio or Metric.RelativeRisk))
            return true;
        if (item.Effect == Effect.NoEffect)
            return true;
        var isAbove = item.Result.Estimate > 1;
        var rises = item.Endpoint is "pCR" or "ORR" && item.Result.Metric != Metric.HazardRatio;
        return isAbove == (rises ? item.Effect == Effect.Sensitivity : item.Effect == Effect.Resistance);
    }
}
