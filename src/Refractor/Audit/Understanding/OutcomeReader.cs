using System.Text.RegularExpressions;

namespace Refractor.Audit.Understanding;

/// <summary>Finds the phrases that tell what a feature goes with: resistance, sensitivity, better or worse outcome, or nothing.</summary>
internal static class OutcomeReader
{
    /// <summary>The phrases in text order, those inside others left out.</summary>
    public static IReadOnlyList<OutcomePhrase> Read(string text)
    {
        var found = new List<OutcomePhrase>();
        foreach (var (pattern, outcome) in Patterns)
        {
            foreach (var match in pattern.EnumerateMatches(text))
            {
                var (start, end) = (match.Index, match.Index + match.Length);
                if (!found.Exists(p => start < p.End && p.Start < end))
                    found.Add(
                        new OutcomePhrase(outcome, start, end, IsPlain: pattern == WorsePlain || pattern == BetterPlain)
                    );
            }
        }
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    // Interpreted: the matchers that the source generator writes for these patterns run out of their arrays on some texts.
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Good =
        @"(?:path\w*\s+complete\s+(?:response|remission)s?|pcrs?\b|complete\s+responses?|(?:clinical\s+|objective\s+|overall\s+|tumou?r\s+|treatment\s+|biological\s+)*(?<!immune\s)respon(?:se|ses|siveness)(?:\s+rates?)?|surviv\w*|pfs|dfs|efs|rfs|dmfs|bcss|os\b|idfs|ttp|time\s+to\s+(?:progression|relapse|recurrence)|prognos[ie]s|outcomes?|disease\s+control|benefit|advantage|remissions?|efficacy|chemosensitiv\w*|radiosensitiv\w*|sensitivity|apoptosis|rcb[\s\-]*(?:0|i\b)(?:\s*(?:/|or|-)\s*(?:1|i)\b)?|orr\b|clinical\s+benefit)";
    private const string Bad =
        @"(?:relaps\w*\b(?!-free)|recurrence\w*\b(?!-free)|progression\b(?!-free)|deaths?|mortality|(?:risk|hazard)(?:\s+of\s+(?:[\w\-]+\s+){0,3}?(?:relapse|recurrence|progression|death|metastas[ei]s|events?)\b)?|metastas\w*\b(?!-free)|events?\b(?!-free)|residual\s+(?:disease|cancer|tumou?rs?)|treatment\s+failure|chemoresist\w*|radioresist\w*|resistance|non-?response|ic50|drug\s+efflux|cell\s+viability|viability|clonogenic\s+survival|locoregional\s+failure|local\s+failure)";
    private const string Up =
        @"(?:high(?:er|est)?|height\w*|more|long(?:er)?|better|best|improv\w+|increas\w+|great(?:er|est)?|favou?rabl[ey]|superior|prolong\w*|lengthen\w*|rais\w+|enhanc\w+|good|excellent|frequent|often|earl(?:y|ier)|elevat\w+|doubl\w+|gain\w*|boost\w*|promot\w+|extend\w*|rose|ris(?:es|en|ing)|lift\w*|strengthen\w*)";
    private const string Down =
        @"(?:low(?:er(?:ed|s|ing)?|est)?|few(?:er|est)?|less(?:en\w*)?|short(?:er|en\w*)?|slow\w*|weaken\w*|dampen\w*|curb\w*|poor(?:er|est)?|worse|worst|reduc\w+|decreas\w+|inferior|unfavou?rabl[ey]|impair\w+|adverse|diminish\w*|bad|limit\w+|weak(?:er)?|fall\w*|fell|drop\w*|dismal|halv\w+|blunt\w+|attenuat\w+|abolish\w*|suppress\w*|cut|small(?:er|est)?|little|minor|curtail\w*)";

    /// <summary>Words that end a phrase: what stands beyond them belongs to another part of the sentence.</summary>
    private const string Stop =
        @"(?!(?:was|were|is|are|be|been|has|have|had|with|to|predict\w*|associat\w*|link\w*|correlat\w*|went|goes?|reach\w*|show\w*|respond\w*|identif\w*|and|but|or|in|on|after|under|than|versus|against|whereas|while|who|that|which|confer\w*|ma[dk]e\w*|left|leav\w*|render\w*|caus\w*|led|lead\w*|restor\w*|abolish\w*|increas\w*|reduc\w*|decreas\w*|correlat\w*)\b)";
    private const string Gap = $@"(?:{Stop}[\w\-+/']+,?\s+){{0,4}}?";
    private const string ShortGap = $@"(?:{Stop}[\w\-+/']+\s+){{0,3}}?";

    private static readonly Regex NoTumourReached = new(
        @"\b(?:no|none\s+of\s+the|not\s+(?:one|a\s+single))\s+(?:tumou?rs?|patients?|wom[ae]n|cases?|carriers?)\b[^.;]{0,60}?\b(?:reach\w*|achiev\w*|respond\w*|attain\w*|had\s+a\s+(?:pcr|response))",
        Options
    );

    private static readonly Regex NotRespond = new(
        @"\b(?:do(?:es)?|did|will|would|could|can|were|was|are|is)\s*(?:not|n't|rarely|seldom|hardly|never)\s+(?:usually\s+|generally\s+)?(?:respond\w*|reach\w*\s+(?:a\s+)?(?:pcr|path\w*)|achiev\w*\s+(?:a\s+)?(?:pcr|path\w*)|benefit\w*\s+from|sensitive|responsive|profit\w*)|\b(?:rarely|seldom|hardly|never)\s+(?:respond\w*|reach\w*|achiev\w*|benefit\w*)",
        Options
    );

    private static readonly Regex LessLikely = new(
        @"\b(?:less|least)\s+(?:\w+\s+)?(?:likely|often|frequently|\w*sensitive|responsive|effective)(?:\s+to\s+(?:respond|reach|achieve|attain|have|obtain|benefit))?|\bunlikely\s+to\s+(?:respond|benefit|reach|achieve)|\b(?:pcr|path\w*\s+complete\s+(?:response|remission)|response)\b[^.;]{0,50}?\b(?:less|un)\s*likely|\b(?:reach\w*|achiev\w*)\s+(?:a\s+)?pcr\s+less\s+often",
        Options
    );

    private static readonly Regex MoreLikelyWorse = new(
        @"\bmore\s+(?:\w+\s+)?(?:likely|often|frequently|prone)\s+(?:to\s+)?(?:relaps\w*|recur\w*|progress\w*|die\w*|resist\w*|be\s+resistant|not\s+respond|fail\w*|have\s+residual)",
        Options
    );

    private static readonly Regex MoreLikely = new(
        @"\b(?:more|most)\s+(?:\w+\s+)?(?:likely|often|frequently)\s+to\s+(?:respond|reach|achieve|attain|have\s+a\s+(?:pcr|response)|obtain|benefit)|\bmore\s+(?:\w*sensitive|responsive|effective)|\b(?:remit\w*|respond\w*)\s+more\s+(?:often|frequently)",
        Options
    );

    private static readonly Regex Null = new(
        $@"\b(?:no|nor|neither|without|lack\s+of|absence\s+of|any)\s+(?:a\s+|an\s+|any\s+)?(?:\w+\s+){{0,2}}?(?:associations?|difference|differences|interactions?|correlations?|relations?|relationship|effects?|link|links|bearing|gains?|impact|influence|benefit|predictive\s+value|predictive\s+power|significance|improvement|signal|prediction|predictor)\b",
        Options
    );

    private static readonly Regex NullPhrase = new(
        $@"\bunrelated\b|\bunchanged\b|\bto\s+(?:a|the)\s+(?:similar|comparable|equal)\s+(?:degree|extent)|\b(?:both|whether)\s+[^.;]{{0,40}}?\balike\b|\bunaffected\b|\b(?:was|were|is)\s+gone\b|\bvanish\w*\b|\bdisappear\w*\b|\bindependent\s+of\b|\birrespective\s+of\b|\bnot?\s+better\b|\bno\s+(?!longer\b)(?:{Up}|{Down})\b|\bmade\s+no\b|\bbut\s+not\s+(?:in|for|with|on|among|to|after|under)\b|\bsimilar\s+{Gap}{Good}|\b{Good}\s+(?:was|were)\s+(?:similar|the\s+same|comparable|unchanged)",
        Options
    );

    private static readonly Regex NullVerb = new(
        $@"\b(?:not|n't|nor|never)\s+(?:\w+ly\s+)?(?:be\s+)?(?:been\s+)?(?:significant\w*\s+)?(?:associat\w+|correlat\w+|relat\w+|link\w*|differ\w*|predict\w*|prognostic|modif\w+|influenc\w*|affect\w*|alter\w*|improv\w+|impact\w*|chang\w+|add\b|reach\w*\s+(?:statistical\s+)?significan\w*|significan\w*|inform\w*|discriminat\w*|separat\w*|matter\w*|(?:more|less)\s+likely|{Up}\b|{Down}\b)|\bfail\w*\s+to\s+(?:predict|show|find|identify|separate|reach)|\b(?:did|does)\s+(?:no|nothing)|\badd(?:s|ed)?\s+nothing",
        Options
    );

    private static readonly Regex ResistanceUndone = new(
        $@"\b(?:overc[oa]m\w*|revers\w+|abrogat\w*|abolish\w*|circumvent\w*|break\w*|counteract\w*|reduc\w+|decreas\w+|lower\w*|suppress\w*|diminish\w*|prevent\w*|eliminat\w*|attenuat\w*|mitigat\w*|limit\w*|less)\s+{Gap}(?:\w*resistan\w+|refractoriness)|\b(?:regain\w*|re-?sensiti[sz]\w*|sensiti[sz](?:e[sd]?|ing|ation)|synergi[sz]\w*|potentiat\w*)|\b(?:restor\w+|br(?:ought|ings?)\s+back|re-?establish\w*|rescu\w+|increas\w+|enhanc\w+|promot\w+|improv\w+|heighten\w*|augment\w*)\s+{Gap}(?:\w*sensitiv\w+|respons\w+|efficacy|cytotoxic\w*|killing|apoptosis|drug\s+penetration|(?:the\s+)?(?:effects?\s+of\s+)?(?:radio|chemo)therapy(?:\s+effects?)?)|\bresistance\s+(?:was|is|were|could\s+be)\s+(?:overcome|reversed|abolished|reduced|lost)",
        Options
    );

    private static readonly Regex SensitivityUndone = new(
        $@"\b(?:reduc\w+|decreas\w+|impair\w*|lower\w*|abolish\w*|los[st]\w*|diminish\w*|suppress\w*|blunt\w*|inhibit\w*)\s+{Gap}(?:\w*sensitiv\w+|apoptosis|(?:drug\s+)?accumulation)|\b(?:increas\w+|enhanc\w+|promot\w+|confer\w*|caus\w+|induc\w+|driv\w+|mediat\w+|produc\w+|rais\w+)\s+{Gap}(?:\w*resistan\w+|ic50|clonogenic\s+survival|survival\s+of\s+(?:\w+\s+)?cells|cell\s+viability)",
        Options
    );

    private static readonly Regex WorseBefore = new($@"\b{Down}\s+{Gap}{Good}|\b{Up}\s+(?:of\s+)?{Gap}{Bad}", Options);

    private static readonly Regex WorseAfter = new(
        $@"\b{Good}\s+(?:rates?\s+|times?\s+)?(?:(?:was|were|is|are|had|became)\s+)?{ShortGap}{Down}\b|\b{Bad}\s+(?:(?:was|were|is|are)\s+)?(?:\w+\s+)?{Up}\b|\brelaps\w*\s+(?:more|earlier|sooner)|\bprogress\w*\s+(?:more|earlier|faster|sooner)|\b(?:did|do|does|fare[sd]?|doing)\s+(?:\w+\s+)?(?:worse|badly|poorly)|\bshorten\w*|\bworsen\w*|\b(?:gain|benefit|profit)(?:s|ed)?\s+(?:very\s+)?(?:little|less)\b",
        Options
    );

    private static readonly Regex BetterBefore = new(
        $@"\b{Up}\s+(?:of\s+)?{Gap}{Good}|\b{Down}\s+(?:of\s+)?{Gap}{Bad}|\bhalf\s+the\s+{Gap}{Bad}|\brelief\s+from\b|\bprotect\w*",
        Options
    );

    private static readonly Regex BetterAfter = new(
        $@"\b{Good}\s+(?:rates?\s+|times?\s+)?(?:(?:was|were|is|are|had|became)\s+)?{ShortGap}{Up}\b|\b{Bad}\s+(?:(?:was|were|is|are)\s+)?(?:\w+\s+)?{Down}\b|\b(?:did|do|does|fare[sd]?)\s+(?:\w+\s+)?(?:better|well)|\blived\s+longer|\boutliv\w*|\b(?:did|do|does|fare[sd]?)\s+best|\blengthen\w*|\bprolong\w*|\brelapse[sd]?\s+less",
        Options
    );

    private static readonly Regex WorsePlain = new(
        @"\b(?:\w*resistan\w+|refractory|insensitiv\w+|non-?respon\w+|treatment\s+failure|fail\w*|escap\w+|unfavou?rabl[ey]|harmful|worse|poorer|(?:with|had|left)\s+residual\s+(?:disease|cancer)|relaps\w*\b(?!-free)|recurrence\w*\b(?!-free)|deaths?|shorter|detrimental|progression\s+on)\b",
        Options
    );

    private static readonly Regex BetterPlain = new(
        @"\b(?:\w*sensitiv\w+|respond\w*|responsive|benefit\w*|favou?rabl[ey]|better|helped|help|longer|protective|improv\w+|efficac\w+|susceptib\w+|effective)\b",
        Options
    );

    private static readonly Regex BetterNoun = new(
        @"\b(?:respons(?:e|es)|path\w*\s+complete\s+(?:response|remission)s?|pcrs?|rcb\s+0(?:/[1i])?)\b",
        Options
    );

    private static readonly Regex Description = new(
        @"\b[\w/\-]*(?:resistan|sensitiv|refractor)\w+\s+(?:(?!to\b|and\b|in\b)[\w\-]+\s+){0,2}?(?:cells?|lines?|models?|tumou?rs?|samples?|disease|metastas[ei]s|groups?|phenotypes?|clones?|cancers?|tissues?|sublines?|counterparts?|patients|tnbcs?)\b|\b(?=cell|line|model|tumo|xeno|pati|dise|subl)(?<!\b(?:ma[dk]es?|making|render\w*|left|leav\w*|turn\w*|bec[ao]m\w*|keep\w*|kept)\b[^.;]{0,40})(?:cells?|lines?|models?|tumou?rs?|xenografts?|patients|disease|sublines?)\s+(?:that\s+(?:are|were)\s+(?:also\s+)?)?(?:\w*-?resistant|refractory|sensitive)\s+to\b",
        Options
    );

    private static readonly Regex Same = new(
        @"\b(?:just\s+as|every\s+bit\s+as|equally|likewise|in\s+the\s+same\s+way|to\s+the\s+same\s+extent|as\s+(?:did|was|were|had)|so\s+(?:did|was|were)|the\s+same\s+(?:was|held|holds|applie[sd])|borne\s+out|h[eo]lds?\s+true|(?:was|been)\s+confirmed|confined\s+to|restricted\s+to|limited\s+to|(?:seen|found|present)\s+only\s+in|only\s+(?:seen|found|present)\s+in)\b",
        Options
    );

    /// <summary>Tried in this order: a phrase takes its characters away from the later ones.</summary>
    private static readonly (Regex Pattern, Outcome Outcome)[] Patterns =
    [
        (Description, Outcome.Description),
        (NoTumourReached, Outcome.Worse),
        (NotRespond, Outcome.Worse),
        (Null, Outcome.None),
        (NullPhrase, Outcome.None),
        (NullVerb, Outcome.None),
        (LessLikely, Outcome.Worse),
        (MoreLikelyWorse, Outcome.Worse),
        (MoreLikely, Outcome.Better),
        (Same, Outcome.Same),
        (ResistanceUndone, Outcome.Better),
        (SensitivityUndone, Outcome.Worse),
        (WorseBefore, Outcome.Worse),
        (WorseAfter, Outcome.Worse),
        (BetterBefore, Outcome.Better),
        (BetterAfter, Outcome.Better),
        (WorsePlain, Outcome.Worse),
        (BetterPlain, Outcome.Better),
        (BetterNoun, Outcome.Measured),
    ];
}
