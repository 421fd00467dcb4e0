using System.Text.RegularExpressions;

namespace Refractor.Audit.Understanding;

/// <summary>How a statement speaks: of whom, how surely, and whether of cause or of prediction.</summary>
internal sealed record Tone
{
    /// <summary>Whether it speaks of patients in so many words.</summary>
    public bool OfPatients { get; private init; }

    /// <summary>Whether it speaks of cells, animals or other models.</summary>
    public bool OfModels { get; private init; }

    /// <summary>Whether it speaks of an experiment on the feature: knocked down, silenced, forced.</summary>
    public bool OfExperiment { get; private init; }

    /// <summary>Whether it goes on with the study told of before: "in that trial".</summary>
    public bool OfSameStudy { get; private init; }

    /// <summary>Whether it turns to another study: "a later meta-analysis".</summary>
    public bool OfOtherStudy { get; private init; }

    /// <summary>Whether it speaks of the comparison group: the control arm, those without the marker.</summary>
    public bool OfOthers { get; private init; }

    /// <summary>Whether it tells one group apart: only, confined to, restricted to.</summary>
    public bool IsExclusive { get; private init; }

    /// <summary>Whether it claims a cause: makes, causes, drives, confers.</summary>
    public bool IsCausal { get; private init; }

    /// <summary>Whether it claims to be settled: reliably, all trials, without exception, proven.</summary>
    public bool IsSettled { get; private init; }

    /// <summary>Whether it claims that the feature tells whom a therapy helps.</summary>
    public bool PredictsBenefit { get; private init; }

    /// <summary>Whether it says "predicts" or "predictive" of anything.</summary>
    public bool Predicts { get; private init; }

    /// <summary>Whether it claims to hold in every subtype.</summary>
    public bool OfEverySubtype { get; private init; }

    /// <summary>Whether it speaks of a change under treatment or of tumours after it.</summary>
    public bool OfChange { get; private init; }

    /// <summary>Whether it speaks of the tumour before treatment.</summary>
    public bool BeforeTreatment { get; private init; }

    /// <summary>Whether it draws a conclusion: therefore, it follows, this shows.</summary>
    public bool Concludes { get; private init; }

    /// <summary>Whether it is an offer, a question to the reader, an opinion or an outlook.</summary>
    public bool IsTalk { get; private init; }

    /// <summary>Whether it is hedged: can, may, might.</summary>
    public bool IsHedged { get; private init; }

    /// <summary>Whether it speaks of mechanisms, factors or markers in general.</summary>
    public bool IsGeneral { get; private init; }

    /// <summary>Whether it only says what something is, or that matters are complex, or leads over to a list.</summary>
    public bool IsRemark { get; private init; }

    /// <summary>Whether it speaks of patients who were not treated.</summary>
    public bool OfUntreated { get; private init; }

    /// <summary>Whether it speaks of cross-resistance.</summary>
    public bool OfCrossResistance { get; private init; }

    /// <summary>Reads the tone of a statement.</summary>
    public static Tone Of(string text) =>
        new()
        {
            OfPatients = Patients.IsMatch(text),
            OfModels = Models.IsMatch(text),
            OfExperiment = Experiment.IsMatch(text),
            OfSameStudy = SameStudy.IsMatch(text),
            OfOtherStudy = OtherStudy.IsMatch(text),
            OfOthers = Others.IsMatch(text),
            IsExclusive = Exclusive.IsMatch(text),
            IsCausal = Causal.IsMatch(text),
            IsSettled = Settled.IsMatch(text),
            PredictsBenefit = BenefitPrediction.IsMatch(text),
            Predicts = Prediction.IsMatch(text),
            OfEverySubtype = EverySubtype.IsMatch(text),
            OfChange = Change.IsMatch(text),
            BeforeTreatment = Before.IsMatch(text),
            Concludes = Conclusion.IsMatch(text),
            IsTalk = Talk.IsMatch(text),
            IsHedged = Hedge.IsMatch(text),
            IsGeneral = General.IsMatch(text),
            IsRemark = Remark.IsMatch(text),
            OfUntreated = Untreated.IsMatch(text),
            OfCrossResistance = Cross.IsMatch(text),
        };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Patients = new(
        @"\b(?:patients?|wom[ae]n|carriers|lived\s+longer|in\s+the\s+clinic|clinically|cohorts?|trials?|people|in\s+whom)\b",
        Options
    );

    private static readonly Regex Models = new(
        @"\b(?:in\s+vitro|in\s+vivo|cell\s+lines?|cells?\b(?!\s+(?:infiltrat|count))|in\s+culture|cultured?|xenografts?|mouse|mice|murine|organoids?|preclinical(?:ly)?|(?:tnbc|cancer|animal|experimental|resistan\w+)\s+models?|models?\s+of|models|pdx|sublines?|lines?|in\s+the\s+dish|mcf-?7|mda-?mb|sk-?br-?3|t-?47d|bt-?474|hcc-?\d+|cama-?1|screen)\b",
        Options
    );

    private static readonly Regex Experiment = new(
        @"\b(?:knock-?(?:ed\s+)?(?:down|out)|silenc\w+|deplet\w+|sirna|shrna|crispr|overexpress(?:ing|ed)|forced|ectopic|transfect\w*|blocking|inhibiting|restor(?:ing|ation))\b",
        Options
    );

    private static readonly Regex SameStudy = new(
        @"\b(?:in|of|within)\s+(?:that|this|the\s+same|these|those)\s+(?:[\w\-]+\s+)?(?:trials?|stud(?:y|ies)|series|cohorts?|group|arm|analysis|patients)\b",
        Options
    );

    private static readonly Regex Others = new(
        @"\b(?:controls?|comparator|placebo|standard\s+arm|those\s+without|the\s+(?:others|rest|remainder)|untreated|the\s+same\s+cells|parental)\b",
        Options
    );

    private static readonly Regex OtherStudy = new(
        @"\b(?:an?|another|other|second|earlier|later|larger|different|one)\s+(?:[\w\-]+\s+){0,3}?(?:meta-analys[ie]s|analys[ie]s|stud(?:y|ies)|series|trials?|cohorts?|reports?|work)\b",
        Options
    );

    private static readonly Regex Exclusive = new(
        @"\b(?:only|confined|restricted|limited|exclusive(?:ly)?|solely)\b",
        Options
    );

    private static readonly Regex Causal = new(
        @"\b(?:makes?|made|making)\s+(?:[\w\-+/]+,?\s+){0,6}?(?:resistant|sensitive|refractory|tumou?rs?|cells)|\b(?:caus\w+|driv(?:es?|en|ing)|drove|confers?|conferred|conferring|leads?\s+to|led\s+to|leading\s+to|responsible\s+for|results?\s+in|render\w*|shows?\s+that|proves?|produces?|brings?\s+about|promotes?)\b",
        Options
    );

    private static readonly Regex Settled = new(
        @"\b(?:reliabl[ey]|consistent(?:ly)?|all\s+(?:(?:randomi[sz]ed|published|available|the)\s+)*(?:evidence|studies|trials|data)|without\s+exception|always|invariabl[ey]|unequivocal\w*|established|proven|proves?|settled|undisputed|every\s+(?:study|trial)|uniform(?:ly)?|definitive(?:ly)?|beyond\s+doubt|certainly|universal(?:ly)?|no\s+(?:study|trial)\s+(?:disagrees|contradicts)|validated|guarantee\w*|clearly\s+(?:predicts|establish\w*)|in\s+all\s+(?:studies|trials)|in\s+(?:every|all)\s+settings?)\b",
        Options
    );

    private static readonly Regex BenefitPrediction = new(
        @"\b(?:predict\w*|identif\w+|select\w*|tells?|determin\w+)\s+(?:[\w\-/]+\s+){0,6}?(?:benefit\w*|add\s+nothing|who\s+will|which\s+patients|patients\s+who|non-?responders|failure|advantage|superiorit\w+|better\s+than|over\s+)|\bpredictive\s+(?:of|for)\s+(?:[\w\-/]+\s+){0,3}?benefit|\bbenefit\s+(?:more\s+)?from\s+(?:[\w\-/]+\s+){1,4}?(?:rather\s+than|over|instead\s+of|more\s+than)",
        Options
    );

    private static readonly Regex Prediction = new(@"\bpredict\w*\b", Options);

    private static readonly Regex EverySubtype = new(
        @"\b(?:every|all|any|across|regardless\s+of|irrespective\s+of|whatever\s+the|independent\s+of)\s+(?:[\w\-]+\s+){0,3}?(?:subtypes?|receptor\s+status|breast\s+cancers?|patients|tumou?rs|types)\b|\bin\s+breast\s+cancer\s+(?:in\s+general|overall|as\s+a\s+whole)",
        Options
    );

    private static readonly Regex Change = new(
        @"\b(?:after\s+(?:\w+\s+){0,3}?(?:chemotherapy|treatment|therapy|exposure|progression|neoadjuvant|radiotherapy|inhibitors?)|post-?(?:treatment|chemotherapy|progression|therapy)|residual|at\s+(?:progression|relapse)|emerg\w+|acquired|surviv\w+\s+(?:cells|clones)|compared\s+(?:with|to)\s+(?:pre-?treatment|baseline|before)|on\s+treatment|under\s+treatment|converted|conversion|in\s+(?:\w+-)?resistant\s+(?:[\w\-]+\s+)?(?:cells|lines|tumou?rs|samples|groups?|tissues)|recurrent|relapsed\s+tumou?rs)\b",
        Options
    );

    private static readonly Regex Before = new(
        @"\b(?:before\s+treatment|pre-?treatment|at\s+diagnosis|baseline|at\s+presentation)\b",
        Options
    );

    private static readonly Regex Conclusion = new(
        @"\b(?:therefore|thus|hence|it\s+follows|this\s+(?:shows|means|proves)|which\s+means|it\s+means|consequently|so\s+testing|testing\s+for)\b",
        Options
    );

    private static readonly Regex Talk = new(
        @"^(?:would\s+you|shall\s+i|do\s+you|if\s+you\s+(?:like|want|wish)|let\s+me\s+know|i\s+can|should\s+i|here\s+is|here\s+are|below|in\s+summary,?\s+(?:this|these)|please\s+note)|\?\s*$",
        Options
    );

    private static readonly Regex Hedge = new(
        @"\b(?:can|may|might|could|possibly|probably|perhaps|suggest\w*)\b",
        Options
    );

    private static readonly Regex General = new(
        @"\b(?:complex|multifactorial|heterogene\w+|various|multiple|several|many|numerous|diverse|distinct|substantial|critical|crucial|important|key|shared?|different)\b[^.]{0,80}?\b(?:factors?|mechanisms?|roles?|routes?|pathways?|mutations?|profiles?|patterns?|markers?|biomarkers?|phenomenon|process(?:es)?|determinants?|strategies)\b",
        Options
    );

    private static readonly Regex Remark = new(
        @"\bis\s+an?\s+(?:[\w\-]+\s+){0,4}?(?:gene|protein|receptor|kinase|enzyme|transporter|oncogene|suppressor|pathway|process)\b(?!\s+(?:that|which|whose))|\b(?:roles?|effects?|picture|relationship|impact|evidence)\b[^.]{0,60}\b(?:paradoxical|complex|unclear|controversial|debated|nuanced|contrasting|context-dependent)\b|:\s*$",
        Options
    );

    private static readonly Regex Untreated = new(
        @"\b(?:untreated|without\s+(?:any\s+)?(?:systemic|adjuvant|endocrine|further)\s+(?:treatment|therapy)|no\s+(?:systemic|adjuvant)\s+(?:treatment|therapy))\b",
        Options
    );

    private static readonly Regex Cross = new(@"\bcross-?\s?resist\w+", Options);
}
