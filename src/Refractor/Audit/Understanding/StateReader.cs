using System.Text.RegularExpressions;
using Refractor.Knowledge;

namespace Refractor.Audit.Understanding;

/// <summary>A phrase that tells the state of a feature.</summary>
internal readonly record struct StatePhrase(FeatureState State, int Start, int End);

/// <summary>Finds the words that tell in which state a feature is: high, lost, mutated, amplified, rising.</summary>
internal static class StateReader
{
    private const int FarthestBefore = 40;
    private const int FarthestAfter = 90;

    /// <summary>The state phrases of a text outside the places that mean something else: outcomes and populations.</summary>
    public static IReadOnlyList<StatePhrase> Read(string text, IReadOnlyList<(int Start, int End)> taken)
    {
        var found = new List<StatePhrase>();
        foreach (var (pattern, state) in Patterns)
        {
            foreach (var match in pattern.EnumerateMatches(text))
            {
                var (start, end) = (match.Index, match.Index + match.Length);
                if (
                    !found.Exists(p => start < p.End && p.Start < end)
                    && !taken.Any(t => start < t.End && t.Start < end)
                )
                    found.Add(new StatePhrase(state, start, end));
            }
        }
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>The state of what stands at a place: the nearest phrase, those behind it counting a little farther.</summary>
    public static FeatureState? At(IReadOnlyList<StatePhrase> phrases, int start, int end)
    {
        var (best, nearest) = ((FeatureState?)null, int.MaxValue);
        foreach (var phrase in phrases)
        {
            var distance =
                phrase.End <= start ? start - phrase.End
                : phrase.Start >= end ? phrase.Start - end + 2
                : 0;
            var farthest = phrase.End <= start ? FarthestBefore : FarthestAfter;
            if (distance < nearest && distance <= farthest)
                (best, nearest) = (phrase.State, distance);
        }
        return best;
    }

    /// <summary>Whether a state is one of absence, of amount or of function.</summary>
    public static bool IsLoss(FeatureState state) =>
        state
            is FeatureState.Low
                or FeatureState.Negative
                or FeatureState.Absent
                or FeatureState.Decreased
                or FeatureState.WildType
                or FeatureState.LossOfFunction
                or FeatureState.Deleted;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex WildType = new(
        @"\bwild-?\s?type|\bunmutated|\bnon-?(?:mutated|carriers|altered)|\bwithout\s+(?:a\s+|an\s+|any\s+)?(?:mutation|alteration)s?",
        Options
    );

    private static readonly Regex Others = new(
        @"\bwithout\s+(?:detectable\s+|any\s+)?(?=(?-i:[A-Z])[\w\-]+)|\black(?:s|ing)\b|\bthose\s+without(?:\s+it)?\b|\bwithout\s+it\b|\bin\s+the\s+(?:rest|others|remainder)\b",
        Options
    );

    private static readonly Regex Deleted = new(@"\bdelet(?:ed|ions?)\b", Options);

    private static readonly Regex Methylated = new(@"\b(?:hyper-?)?methylat(?:ed|ion)\b", Options);

    private static readonly Regex Reversion = new(@"\brever(?:sions?|tant|ted)\b", Options);

    private static readonly Regex Lost = new(
        @"\b(?:loss(?:\s+of)?|lost|los(?:es?|ing)|knock-?(?:ed\s+)?(?:down|out)|silenc(?:ed|ing)|deplet(?:ed|ion)|inhibit(?:ed|ing|ion)|block(?:ed|ing|ade)|deficien(?:t|cy)|absen(?:t|ce)(?:\s+of)?|lack(?:ed)?(?:\s+of)?|inactivat(?:ed|ion|ing)|null|antagoni\w+|suppression|targeting|dysfunction)\b",
        Options
    );

    private static readonly Regex Amplified = new(
        @"\b(?:co-?)?amplif(?:ied|ications?)\b|\bcopy[\s-]number\s+gains?\b",
        Options
    );

    private static readonly Regex Mutated = new(
        @"\b(?:mutat(?:ed|ions?)|mutant|variants?|pathogenic|carriers?|alter(?:ed|ations?)|p\.[A-Z]\w+|germline)\b",
        Options
    );

    private static readonly Regex Decreased = new(
        @"\b(?:down-?\s?regulat(?:ed|ion)|decreas(?:ed?|es|ing)|reduc(?:ed|tion)|fall(?:s|ing)?|fell|went\s+down|declin\w+|drop(?:s|ped)?|under-?express(?:ed|ion)|diminish\w*|less)\b",
        Options
    );

    private static readonly Regex Increased = new(
        @"\b(?:up-?\s?regulat(?:ed|ion)|increas(?:ed?|es|ing)|ris(?:es?|en|ing)|rose|went\s+up|elevat(?:ed|ion)|enrich(?:ed|ment)|induc(?:ed|tion)|gained|raised|activat(?:ed|ion))\b",
        Options
    );

    private static readonly Regex Low = new(
        @"\b(?:low(?:er|est)?|weak(?:er|ly)?|poor(?:ly)?|few(?:er)?|small(?:er)?)\b(?!\s+risk)",
        Options
    );

    private static readonly Regex High = new(
        @"\b(?:high(?:er|est|ly)?|over-?express(?:ed|ion|ing)|strong(?:er|ly)?|rich|abundant|more|ectopic)\b|\+\+",
        Options
    );

    private static readonly Regex Negative = new(@"\bnegativ(?:e|ity)\b(?!\s+predictive)", Options);

    private static readonly Regex Positive = new(
        @"\bpositiv(?:e|ity)\b(?!\s+predictive)|\bpresen(?:t|ce)\b|\bexpress(?:ed|ing)\b",
        Options
    );

    private static readonly (Regex Pattern, FeatureState State)[] Patterns =
    [
        (Others, FeatureState.Absent),
        (WildType, FeatureState.WildType),
        (Deleted, FeatureState.Deleted),
        (Methylated, FeatureState.Methylated),
        (Reversion, FeatureState.Reversion),
        (Lost, FeatureState.LossOfFunction),
        (Amplified, FeatureState.Amplified),
        (Mutated, FeatureState.Mutated),
        (Decreased, FeatureState.Decreased),
        (Increased, FeatureState.Increased),
        (Low, FeatureState.Low),
        (High, FeatureState.High),
        (Negative, FeatureState.Negative),
        (Positive, FeatureState.Positive),
    ];
}
