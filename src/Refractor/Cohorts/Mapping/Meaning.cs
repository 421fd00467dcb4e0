namespace Refractor.Cohorts.Mapping;

/// <summary>
/// What words in clinical tables mean: yes or no, positive or negative, event or none, response or none. Words that the mapping names
/// come first; a word that means nothing known is reported, never guessed.
/// </summary>
public sealed class Meaning
{
    private static readonly string[] Yes = ["yes", "y", "true", "t", "1", "given", "treated"];
    private static readonly string[] No = ["no", "n", "false", "f", "0", "none", "not given", "untreated"];

    // "Positve" stands in the clinical file of METABRIC of 2021.
    private static readonly string[] Positive = ["positive", "positve", "pos", "+", "p", "1", "yes", "er+", "her2+"];
    private static readonly string[] Negative =
    [
        "negative",
        "negatve",
        "neg",
        "-",
        "n",
        "0",
        "-1",
        "no",
        "er-",
        "her2-",
    ];
    private static readonly string[] Event =
    [
        "deceased",
        "dead",
        "died",
        "recurred",
        "recurred/progressed",
        "progressed",
        "progression",
        "relapsed",
        "event",
        "yes",
        "true",
        "1",
    ];
    private static readonly string[] Censored =
    [
        "living",
        "alive",
        "not recurred",
        "diseasefree",
        "disease free",
        "censored",
        "no event",
        "no",
        "false",
        "0",
    ];
    private static readonly string[] Response =
    [
        "pcr",
        "cr",
        "complete response",
        "yes",
        "true",
        "1",
        "responder",
        "r",
    ];
    private static readonly string[] NoResponse =
    [
        "rd",
        "residual disease",
        "no pcr",
        "non-pcr",
        "npcr",
        "no",
        "false",
        "0",
        "non-responder",
        "nr",
    ];

    private readonly HashSet<string> _true;
    private readonly HashSet<string> _false;
    private readonly bool _othersAreFalse;

    /// <summary>Whether the mapping names the words of both sides, so that a word of neither is one it leaves out.</summary>
    public bool NamesBoth { get; }

    private Meaning(IReadOnlyList<string> named, IReadOnlyList<string> namedFalse, string[] usual, string[] usualFalse)
    {
        _true = new HashSet<string>(named.Count > 0 ? named : usual, StringComparer.OrdinalIgnoreCase);
        _othersAreFalse = named.Count > 0 && namedFalse.Count == 0;
        NamesBoth = named.Count > 0 && namedFalse.Count > 0;
        _false = new HashSet<string>(namedFalse.Count > 0 ? namedFalse : usualFalse, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a therapy was given.</summary>
    public static Meaning OfTreatment(TreatmentRule rule) => new(rule.Given, rule.NotGiven, Yes, No);

    /// <summary>Whether a status is positive.</summary>
    public static Meaning OfStatus(VariableRule rule) => new(rule.Positive, rule.Negative, Positive, Negative);

    /// <summary>Whether an event was observed.</summary>
    public static Meaning OfEvent(OutcomeRule rule) => new(rule.Observed, rule.Censored, Event, Censored);

    /// <summary>Whether a tumour responded.</summary>
    public static Meaning OfResponse(OutcomeRule rule) => new(rule.Responded, rule.NotResponded, Response, NoResponse);

    /// <summary>Whether a word is one of those that are understood.</summary>
    public bool Understands(string word) => Of(word) is not null;

    /// <summary>What a word means; null if it is not understood.</summary>
    public bool? Of(string word)
    {
        if (_true.Contains(word))
            return true;
        if (_false.Contains(word) || _othersAreFalse)
            return false;
        // Programs that hold missing values among numbers write a code of 1 as "1.0".
        if (word.EndsWith(".0", StringComparison.Ordinal))
            return Of(word[..^2]);
        // cBioPortal writes "1:DECEASED": the digit is the code, the rest its label.
        return word is ['0' or '1', ':', ..] ? Of(word[2..]) ?? word[0] == '1' : null;
    }
}
