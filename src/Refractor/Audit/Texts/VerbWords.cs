using System.Collections.Frozen;

namespace Refractor.Audit.Texts;

/// <summary>Finite verbs as they stand in texts on therapy resistance. Participles that also follow a noun ("genes involved in") are left out: a clause
/// that is taken for a list costs less than a list that is taken for two clauses.</summary>
internal static class VerbWords
{
    private const string Auxiliaries =
        "is are was were has have had can cannot can't may might could must should shall will would does do did "
        + "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't";

    private const string Present =
        "abolishes activates affects agrees alters amplifies appears arises augments becomes belongs "
        + "brings carries causes comes compares confers confirms contributes contains converges correlates "
        + "counteracts decreases defines demonstrates depends determines differs diminishes disrupts distinguishes doubles drives elevates emerges "
        + "enables encodes enhances exhibits exists explains facilitates fails falls follows generates gives goes helps holds "
        + "identifies impairs implies improves includes increases indicates induces influences inhibits interacts involves keeps lacks leaves "
        + "leads lengthens lowers maintains makes means mediates modulates modifies occurs overcomes persists plays "
        + "predicts prevents produces prolongs promotes protects provides raises reaches recruits reduces reflects regulates relapses "
        + "remains represents represses requires resensitizes resensitises responds restores reveals reverses rises sees seems serves sensitizes "
        + "sensitises shortens shows stimulates suggests suppresses survives synergizes synergises tends triggers undergoes "
        + "upregulates downregulates varies warrants worsens yields";

    private const string Past =
        "abolished aimed appeared arose became began benefited brought came carried caused conferred confirmed contributed correlated "
        + "declined demonstrated depended died differed disappeared dropped emerged enabled exceeded exhibited failed fell followed gained gave got grew "
        + "helped held implied indicated lacked lasted lay led left lengthened lived lost lowered made meant occurred outperformed overcame "
        + "persisted played pointed predicted predominated progressed prolonged promoted reached reflected relapsed remained responded resulted revealed "
        + "rose saw seemed shortened showed shrank slowed spread stayed suggested survived tended took tripled turned underwent "
        + "varied went worsened yielded";

    /// <summary>Past forms that may as well be participles after their noun; finite when an object follows.</summary>
    private const string PastWithObject =
        "affected blocked decreased doubled enhanced found halved identified impaired improved increased induced inhibited mediated modified "
        + "noted observed raised reduced reported restored reversed sensitized sensitised suppressed described detected altered added";

    /// <summary>Verbs that are nouns as well; verbs when an object follows.</summary>
    private const string Nouns =
        "accounts acts functions benefits blocks controls delays exports impacts needs points repairs results signals supports targets "
        + "act benefit block cause control delay impact increase decrease influence need point result support target yield";

    /// <summary>Of those, the ones that a preposition makes verbs: "results in".</summary>
    private const string Phrasal = "accounts acts functions points results result";

    private const string Prepositions = "in from to for as";

    private const string ObjectStart =
        "a an the its their this these those no that pcr survival sensitivity resistance apoptosis more less both any";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = Set(
        Auxiliaries
            .Split(' ')
            .Concat(Present.Split(' '))
            .Concat(Present.Split(' ').Select(PluralOf))
            .Concat(Past.Split(' '))
            .Except(Nouns.Split(' '))
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Transitives = Set(
        PastWithObject.Split(' ').Concat(Nouns.Split(' '))
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Objects = Set(ObjectStart.Split(' '));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PhrasalVerbs = Set(
        Phrasal.Split(' ')
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterPhrasal = Set(
        Prepositions.Split(' ')
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Copulas = Set([
        "is",
        "are",
        "was",
        "were",
    ]);

    /// <summary>Whether the word is a finite verb before the word that follows it.</summary>
    public static bool IsVerb(ReadOnlySpan<char> word, ReadOnlySpan<char> next) =>
        Verbs.Contains(word)
        || Transitives.Contains(word) && Objects.Contains(next)
        || PhrasalVerbs.Contains(word) && AfterPhrasal.Contains(next);

    /// <summary>Whether the word is a form of "be".</summary>
    public static bool IsCopula(ReadOnlySpan<char> word) => Copulas.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static string PluralOf(string singular) =>
        singular switch
        {
            _ when singular.EndsWith("ies", StringComparison.Ordinal) => singular[..^3] + "y",
            _ when singular.EndsWith("shes", StringComparison.Ordinal) => singular[..^2],
            _ when singular.EndsWith("ches", StringComparison.Ordinal) => singular[..^2],
            _ when singular.EndsWith("sses", StringComparison.Ordinal) => singular[..^2],
            _ when singular.EndsWith("goes", StringComparison.Ordinal) => singular[..^2],
            _ => singular[..^1],
        };
}
