namespace Refractor.Answers.Reading;

/// <summary>A word or phrase that steers the reading of a question.</summary>
internal enum Cue
{
    Breast,
    Resistance,
    Sensitivity,
    Negative,
    Rank,
    Count,
    CountItems,
    CountPapers,
    CountFeatures,
    Compare,
    Cross,
    Conflict,
    Change,
    Mechanism,
    Patients,
    Gain,
    Loss,
    Mutated,
    Why,
    Raises,
    Lowers,
    Causes,
    Personal,
    OtherTask,
    NotOurs,
    Exclude,
    Combination,
    Biomarker,
    Therapy,
}

/// <summary>The cue phrases. They are compared by key, so spelling variants and hyphens need no entry of their own.</summary>
internal static class Cues
{
    // One phrase a line would hide the list behind 700 lines.
    // csharpier-ignore
    public static IReadOnlyList<(Cue Cue, string[] Texts)> All { get; } =
    [
        (Cue.Breast, [
            "breast cancer", "breast tumour", "breast carcinoma", "mammary carcinoma", "breast", "mamma carcinoma",
            "brca patients"
        ]),
        (
            Cue.Resistance,
            [
                "resistance", "resistant", "resist", "resisting", "refractory", "refractoriness", "insensitive", "non-response", "nonresponse",
                "non-responders", "nonresponders", "poor response", "treatment failure", "failure", "unresponsive", "escape", "bad", "bad news",
                "worse", "gains little", "gain little", "hurt", "hurts", "residual disease", "progress on", "progression on",
            ]
        ),
        (
            Cue.Sensitivity,
            [
                "sensitivity", "sensitive", "benefit", "benefits", "responder", "responders", "good response", "favourable", "good",
                "good news", "gains a lot", "gain a lot", "who gains", "who benefits", "better", "respond better", "susceptibility",
            ]
        ),
        (
            Cue.Negative,
            [
                "failed to predict", "fail to predict", "fails to predict", "did not predict", "do not predict", "does not predict", "not predict",
                "didn't predict", "don't predict", "not predictive", "without any association", "without association", "no association", "not associated", "no link", "uninformative",
                "null results only", "failed", "no predictive value", "no value", "no effect", "tested and failed", "useless", "turned out negative",
                "negative results", "negative findings", "no relation", "unrelated", "not related", "no difference", "no correlation", "not correlate",
                "did not correlate", "not useful", "came up empty", "nothing", "ruled out", "no impact", "made no difference", "came out negative", "turned out not", "not to follow", "not follow response", "unable to predict", "not to predict", "found no", "non-significant", "not significant", "no influence", "irrelevant",
                "did not work", "not help", "no role", "not matter", "did not matter", "does not matter", "disappointed", "disappointing",
            ]
        ),
        (
            Cue.Rank,
            [
                "rank", "ranked", "ranking", "strongest evidence", "best evidence", "best first", "ordered", "in order", "order by", "order of", "top",
                "most ready", "least ready", "most robust", "strongest", "best supported", "best validated", "best-established", "prioritise", "prioritize", "strength of evidence",
                "level of evidence", "clinical utility", "clinic-ready", "ready for the clinic", "most convincing", "highest grade", "sorted", "sort", "best",
            ]
        ),
        (Cue.Count, ["how many", "number of", "count the", "count", "what number"]),
        (Cue.CountItems, [
            "evidence items", "items", "findings", "results", "pieces of evidence", "entries", "records",
            "data points"
        ]),
        (Cue.CountPapers, ["papers", "publications", "articles", "studies", "reports", "sources"]),
        (Cue.CountFeatures, ["different", "distinct", "markers", "features", "genes"]),
        (Cue.Compare, [
            "versus", "vs", "compare", "compared", "comparison", "as much in", "equally", "differ",
            "difference between", "rather than", "as opposed to", "contrast", "differs", "same in", "differently"
        ]),
        (
            Cue.Cross,
            [
                "cross-resistance", "cross-resistant", "cross resistance", "both", "as well as", "shared", "common to", "in common", "connect", "connects", "link", "linking",
                "simultaneously", "double resistance", "also resistant", "also resist", "at the same time", "overlap", "overlapping", "multi-therapy", "single event", "carry over", "carries over",
                "common denominators", "common denominator", "collateral", "collateral sensitivity", "collateral sensitivities", "still respond", "still responds", "still responsive", "still work", "still works", "still worth", "afterwards", "cross-sensitivity",
            ]
        ),
        (
            Cue.Conflict,
            [
                "contradict", "contradictory", "contradicting", "conflict", "conflicting", "disagree", "disagrees", "disagreement", "contested", "controversial", "controversy",
                "good or bad", "better or worse", "real or not", "split", "inconsistent", "discrepant", "discrepancy", "discordant results", "debate", "debated", "mixed evidence", "for or against",
                "friend or foe", "helps or hurts", "help or hurt", "harm or help", "yes or no", "ambiguous evidence", "opposite results", "divided", "unclear", "some say", "who found what", "reconcile", "conflicting results", "do not agree", "at odds", "or the opposite", "or the reverse",
            ]
        ),
        (
            Cue.Change,
            [
                "change", "changes", "changed", "before and after", "after compared with before", "compared with before", "different after", "residual tumour", "residual tumours", "residual tumor",
                "up-regulated after", "down-regulated after", "upregulated after", "downregulated after", "up-regulated", "upregulated", "down-regulated", "downregulated", "emerge", "emerges", "emerging", "appear", "appears", "acquired", "acquire",
                "gained", "conversion", "convert", "converts", "switch", "switches", "switched", "evolve", "evolution", "biopsy and", "paired", "pre- and post-treatment", "pre and post", "pre vs post", "pre versus post", "pre/post", "turned up", "at the end of", "versus parental", "vs parental", "resistant vs parental", "compared with parental", "post-treatment", "during treatment", "on treatment", "under treatment",
                "at progression", "dynamics", "shift", "shifts", "rise", "rises", "fall", "drop", "drops", "arise", "arises", "induced by", "selected by", "at relapse", "serial", "over time", "before versus after", "before vs after",
            ]
        ),
        (Cue.Mechanism, [
            "mechanism", "mechanisms", "mechanistic", "mechanistically", "through which", "by which", "targets",
            "target genes", "via", "how it works", "pathways involved", "downstream", "axis", "partners",
            "works through"
        ]),
        (Cue.Patients, [
            "in patients", "patients", "clinically", "clinical", "in the clinic", "women", "trials", "clinical trials",
            "human"
        ]),
        (
            Cue.Gain,
            [
                "high", "higher", "overexpression", "overexpressed", "over-expression", "over-expressed", "overexpressing", "elevated", "increased", "raised", "amplified", "amplification", "positive", "positivity", "upregulation", "up-regulation", "activation", "gain", "presence",
            ]
        ),
        (Cue.Loss, [
            "low", "lower", "loss", "lost", "losing", "reduced", "decreased", "deficient", "deficiency", "silencing",
            "silenced", "knockdown", "knocking down", "knock-down", "knockout", "depletion", "absence", "absent",
            "deletion", "deleted", "null", "inactivation", "negative", "blocking", "inhibiting"
        ]),
        (Cue.Mutated, [
            "mutation", "mutations", "mutated", "mutant", "mutants", "pathogenic variant", "pathogenic variants",
            "carriers", "variants", "variant", "altered", "alteration", "alterations"
        ]),
        (Cue.Why, [
            "why", "how do", "how does", "how can", "how could", "how come", "since", "given that", "because",
            "considering that", "knowing that", "as we know", "seeing that", "explain", "explains", "explain why",
            "what explains", "by what mechanism"
        ]),
        (Cue.Raises, [
            "raise", "raises", "increases", "increase", "improve", "improves", "enhance", "enhances", "boost",
            "boosts", "augment", "augments", "higher rate", "more", "promote", "promotes"
        ]),
        (Cue.Lowers, [
            "lowers", "reduce", "reduces", "decrease", "decreases", "impair", "impairs", "diminish", "diminishes",
            "abolish", "abolishes", "blunt", "blunts", "weaken", "weakens", "fewer", "prevent", "prevents", "block",
            "blocks", "limit", "limits"
        ]),
        (Cue.Causes, [
            "make", "makes", "making", "cause", "causes", "causing", "confer", "confers", "drive", "drives", "driving",
            "lead to", "leads to", "mediate", "mediates", "render", "renders", "induce", "induces", "produce",
            "produces", "trigger", "triggers", "protect", "protects", "sensitise", "sensitize", "sensitises",
            "sensitizes", "sensitising", "sensitizing", "radiosensitise", "radiosensitize", "radiosensitises",
            "radiosensitizes", "chemosensitise", "chemosensitize", "chemosensitises", "chemosensitizes", "rescue",
            "rescues", "help", "helps"
        ]),
        (
            Cue.Personal,
            [
                "should i", "i was diagnosed", "i have breast cancer", "i have cancer", "i have stage", "i have been diagnosed", "i have tnbc", "i have metastatic", "i had breast cancer", "my tumour", "my cancer", "my doctor", "my oncologist", "my mother", "my wife", "my sister", "my daughter", "my aunt", "my friend", "my breast cancer",
                "can i take", "can i get", "can i have", "can i avoid", "can i skip", "i am a patient", "i am pregnant", "i am scared", "i am afraid", "my treatment", "my case", "my mum", "my mom", "my report", "my biopsy", "my pathology", "my chemo", "advise me", "what would you recommend", "what do you recommend", "my patient should", "refuse chemotherapy", "recommend me",
            ]
        ),
        (
            Cue.NotOurs,
            [
                "dose", "dosage", "dosing", "dosages", "milligrams", "mg/m2", "how much should", "which hospital", "side effects", "side effect", "cost", "price", "half-life", "pharmacokinetics",
                "manufacturer", "patent", "screening", "mammography", "mammogram", "diet", "vitamin", "vitamins", "prevention", "incidence", "epidemiology", "risk factors", "family history", "reimbursement",
                "hair loss", "nausea", "cardiotoxicity", "neuropathy", "toxicity", "infusion", "stock", "weather", "football",
            ]
        ),
        (
            Cue.OtherTask,
            [
                "write", "python", "javascript", "sql", "r script", "r code", "source code", "poem", "translate", "email", "essay", "summarise this", "summarize this", "draw", "joke", "recipe", "code", "function that", "program that", "compose", "letter", "powerpoint", "weather", "proofread", "script",
            ]
        ),
        (Cue.Exclude, [
            "except", "excluding", "other than", "apart from", "don't need", "do not need", "leave out", "leaving out",
            "ignore", "ignoring", "not interested in", "but not", "without"
        ]),
        (Cue.Combination, [
            "plus", "combined with", "in combination with", "together with", "added to", "on top of",
            "with or without", "adding"
        ]),
        (Cue.Biomarker, [
            "biomarker", "biomarkers", "marker", "markers", "predictor", "predictors", "predict", "predicts",
            "predictive", "prognostic", "associated", "association", "response", "respond", "signature", "genes",
            "gene"
        ]),
        (Cue.Therapy, [
            "therapy", "therapies", "treatment", "treatments", "drug", "drugs", "systemic therapy", "anticancer drugs"
        ]),
    ];
}
