using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>Words for outcomes; the three lists of an endpoint run side by side, so that a turned direction changes one word.</summary>
internal static class Endpoints
{
    private sealed record Words(string[] Worse, string[] Better, string[] Neutral);

    private static readonly Dictionary<string, Words> ByEndpoint = new(StringComparer.Ordinal)
    {
        ["pCR"] = new(
            [
                "a lower pCR rate",
                "fewer pathological complete responses",
                "a lower rate of pathologic complete response",
                "a smaller chance of pCR",
            ],
            [
                "a higher pCR rate",
                "more pathological complete responses",
                "a higher rate of pathologic complete response",
                "a greater chance of pCR",
            ],
            [
                "the pCR rate",
                "pathological complete response",
                "the rate of pathologic complete response",
                "the chance of pCR",
            ]
        ),
        ["RCB"] = new(
            ["a higher residual cancer burden", "more residual disease by RCB"],
            ["a lower residual cancer burden", "less residual disease by RCB"],
            ["residual cancer burden", "residual disease by RCB"]
        ),
        ["ORR"] = new(
            ["a lower objective response rate", "a poorer response", "a lower response rate"],
            ["a higher objective response rate", "a better response", "a higher response rate"],
            ["the objective response rate", "response", "the response rate"]
        ),
        ["LRR"] = Recurrence("locoregional recurrence", "locoregional relapse"),
        ["IBTR"] = Recurrence("ipsilateral breast tumour recurrence", "recurrence in the same breast"),
        ["DFS"] = Survival("disease-free survival", "DFS"),
        ["RFS"] = Survival("relapse-free survival", "recurrence-free survival"),
        ["DMFS"] = Survival("distant metastasis-free survival", "DMFS"),
        ["PFS"] = Survival("progression-free survival", "PFS"),
        ["TTP"] = Survival("time to progression", "time to progression"),
        ["OS"] = Survival("overall survival", "OS"),
        ["BCSS"] = Survival("breast cancer-specific survival", "breast cancer-specific survival"),
    };

    private static readonly Words Outcome = new(
        ["a worse outcome", "a poorer prognosis", "worse outcomes"],
        ["a better outcome", "a more favourable prognosis", "better outcomes"],
        ["outcome", "prognosis", "outcomes"]
    );

    private static readonly Words Response = new(
        ["resistance to {0}", "a poorer response to {0}", "less benefit from {0}"],
        ["sensitivity to {0}", "a better response to {0}", "more benefit from {0}"],
        ["sensitivity to {0}", "the response to {0}", "the benefit from {0}"]
    );

    private static readonly Words Benefit = new(
        ["little benefit from {0}", "a poor benefit from {0}"],
        ["benefit from {0}", "a clear benefit from {0}"],
        ["the benefit from {0}", "the size of the benefit from {0}"]
    );

    /// <summary>Whether a higher rate is worse.</summary>
    public static bool CountsEvents(string endpoint) => endpoint is "LRR" or "IBTR";

    /// <summary>Whether the endpoint has words that need no therapy.</summary>
    public static bool IsOutcome(string endpoint) => ByEndpoint.ContainsKey(endpoint);

    /// <summary>What the feature goes with; <paramref name="namesTherapy"/> tells whether the therapy stands in it.</summary>
    public static string Write(Told told, string therapy, out bool namesTherapy)
    {
        var words = WordsOf(told, therapy);
        var list = told.Effect switch
        {
            Effect.Resistance => words.Worse,
            Effect.Sensitivity => words.Better,
            _ => words.Neutral,
        };
        var phrase = told.Style.Pick(Choice.Outcome, list);
        namesTherapy = phrase.Contains("{0}", StringComparison.Ordinal);
        return phrase.Fill(therapy);
    }

    private static Words WordsOf(Told told, string therapy)
    {
        if (therapy.Length > 0 && IsOfBenefit(told.Item))
            return Benefit;
        if (ByEndpoint.TryGetValue(told.Item.Endpoint, out var words))
            return words;
        return therapy.Length > 0 && told.Item.Relation != Relation.Prognostic ? Response : Outcome;
    }

    /// <summary>Whether the finding sets treatments against each other within a group, or found that the group does not matter to that.</summary>
    private static bool IsOfBenefit(EvidenceItem item)
    {
        if (item.Relation != Relation.Predictive)
            return false;
        var contrast = item.Result.Reference?.Split(" vs ");
        if (contrast is [var first, _, ..])
            return item.Therapies.Any(t =>
                first.Contains(t.Name, StringComparison.Ordinal) || first.Contains(t.Label, StringComparison.Ordinal)
            );
        return item.Effect == Effect.NoEffect
            && item.PredictiveDesign is (PredictiveDesign.InteractionTested or PredictiveDesign.RandomisedBothArms);
    }

    private static Words Survival(string name, string alternative) =>
        new(
            [$"shorter {name}", $"worse {name}", $"poorer {alternative}", $"reduced {name}"],
            [$"longer {name}", $"better {name}", $"better {alternative}", $"improved {name}"],
            [name, name, alternative, name]
        );

    private static Words Recurrence(string name, string alternative) =>
        new(
            [$"a higher risk of {name}", $"a higher rate of {alternative}", $"an increased risk of {alternative}"],
            [$"a lower risk of {name}", $"a lower rate of {alternative}", $"a reduced risk of {alternative}"],
            [$"the risk of {name}", $"the rate of {alternative}", $"the risk of {alternative}"]
        );
}
