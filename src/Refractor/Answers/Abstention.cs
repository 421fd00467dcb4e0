using System.Globalization;
using System.Text.RegularExpressions;
using Refractor.Answers.Retrieval;
using Refractor.Answers.Writing;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers;

/// <summary>Decides when not to answer, and says what was searched and what comes nearest.</summary>
internal static partial class Abstention
{
    private const int NearestShown = 5;

    /// <summary>Declines a question that is out of scope; null when it is in scope.</summary>
    public static Searched? Before(Question question) =>
        question.OutOfScope switch
        {
            OutOfScope.PersonalAdvice => Declined(
                "This asks for advice on a person's treatment. Refractor reports published evidence for research and recommends no treatment; please ask the treating team."
            ),
            OutOfScope.OtherDisease => Declined(
                $"This asks about {question.OtherDisease}. The knowledge held here is about breast cancer only; nothing was searched."
            ),
            OutOfScope.OtherTask => Declined(
                "This asks for something other than evidence on therapy resistance in breast cancer; nothing was searched."
            ),
            OutOfScope.OffTopic => Declined(
                "Nothing in this question leads to therapy resistance in breast cancer, which is all the knowledge held here is about; nothing was searched."
            ),
            _ => null,
        };

    /// <summary>Whether the question is about something that is not known, so that an answer about the rest would miss it.</summary>
    public static bool HangsOnUnknown(Question question, Lexicon lexicon)
    {
        var unknown = question.Unknown.Where(u => u.IsEntity && !IsVariant(u.Text)).ToList();
        if (question.AskedFeatures(lexicon).Any())
            return question.Therapies.Count == 0 && unknown.Exists(u => LooksLikeDrug(u.Text));
        if (
            question.Levels.Count + question.Types.Count == 0
            && question.Unknown.Count > 0
            && YesNoPattern().IsMatch(question.Text)
        )
            return true;
        return unknown.Count > 0
            && (
                question.Therapies.Count == 0
                || unknown.Exists(u => IsSubject(u.Text, question.Text))
                || !OpenPattern().IsMatch(question.Text)
            );
    }

    /// <summary>"Which circRNAs …", "the role of circFBXL5": what is asked about is the unknown itself.</summary>
    private static bool IsSubject(string unknown, string question)
    {
        var at = question.IndexOf(unknown, StringComparison.Ordinal);
        return at > 0 && SubjectPattern().IsMatch(question[..at]);
    }

    /// <summary>What was searched when nothing answers the question.</summary>
    public static Searched Silent(Question question, SearchResult search, KnowledgePack pack)
    {
        var text =
            $"No evidence item answers this. Searched: {Describe(question, pack.Lexicon)}, in {pack.Items.Count.ToString("#,0", CultureInfo.InvariantCulture)} evidence items.";
        var unknown = question.Unknown.Where(u => u.IsEntity).Select(u => u.Text).ToList();
        if (unknown.Count > 0)
            text = $"Not known here: {Prose.And(unknown)}. " + text;
        return new Searched(text, 0, 0, [.. Nearest(question, search, pack)]);
    }

    /// <summary>What was searched when the question was answered.</summary>
    public static Searched Answered(
        Question question,
        SearchResult search,
        IReadOnlyList<EvidenceItem> items,
        KnowledgePack pack
    )
    {
        var papers = items.Select(i => i.Paper).Distinct().Count();
        var text =
            $"Searched: {Describe(question, pack.Lexicon)}. This answer rests on {items.Count} evidence items from {papers} papers.";
        var cited = items.Select(i => i.Index).ToHashSet();
        var near = LeftOut(search, cited).Select(l => $"{l}: left out.").ToList();
        near.AddRange(NotCited("on the whole modality, the agents not named", search.Unspecified, cited, pack));
        near.AddRange(NotCited("at other levels", search.OtherLevels, cited, pack));
        var unshown = NotIn(cited, search.Main).Count;
        if (unshown > 0 && question.Intent != Intent.Count)
            near.Add($"{Items(unshown)} not shown; --all prints more.");
        return new Searched(text, items.Count, papers, near);
    }

    private static Searched Declined(string text) => new(text, 0, 0, []);

    private static string Describe(Question question, Lexicon lexicon)
    {
        var parts = new List<string>();
        if (question.Features.Count > 0)
            parts.Add("features " + Prose.And([.. question.Features.Select(f => f.Name)]));
        if (question.Groups.Count > 0)
            parts.Add("groups " + Prose.And([.. question.Groups.Select(g => g.Name)]));
        if (question.Features.Count + question.Groups.Count == 0)
            parts.Add("all features");
        parts.Add(
            question.Therapies.Count > 0
                ? "therapies " + Prose.And([.. question.Therapies.Select(t => t.Label)])
                : "all therapies"
        );
        if (question.Levels.Count > 0)
            parts.Add(
                "levels " + Prose.And([.. question.Levels.Select(l => Terms.Levels.NameOf(l).Replace('_', ' '))])
            );
        if (question.Types.Count > 0)
            parts.Add(
                "kinds " + Prose.And([.. question.Types.Select(t => Terms.FeatureTypes.NameOf(t).Replace('_', ' '))])
            );
        if (question.Subtypes.Count > 0)
            parts.Add("subtypes " + Prose.And([.. question.Subtypes.Select(s => s.Label)]));
        if (question.Settings.Count > 0)
            parts.Add(
                "settings " + Prose.And([.. question.Settings.Select(s => Terms.Settings.NameOf(s).Replace('_', ' '))])
            );
        if (question.Trials.Count > 0)
            parts.Add("trials " + Prose.And([.. question.Trials]));
        return string.Join("; ", parts);
    }

    private static IEnumerable<string> Nearest(Question question, SearchResult search, KnowledgePack pack)
    {
        foreach (var unknown in question.Unknown.Where(u => u.Nearest is not null).Take(NearestShown))
            yield return $"The known name nearest to '{unknown.Text}' is {unknown.Nearest}.";
        foreach (var leftOut in LeftOut(search, []))
            yield return leftOut + ".";
        foreach (
            var line in NotCited("on the whole modality, the agents not named", search.Unspecified, [], pack)
                .Concat(NotCited("at other levels", search.OtherLevels, [], pack))
                .Concat(
                    NotCited(
                        "on the class of the therapy",
                        [.. search.Main.Where(f => f.Therapy == TherapyMatch.ClassOf)],
                        [],
                        pack
                    )
                )
        )
            yield return line;
        foreach (var feature in question.AskedFeatures(pack.Lexicon).Take(NearestShown))
        {
            var therapies = pack
                .Index.Of(feature)
                .SelectMany(i => i.Therapies)
                .GroupBy(t => t.Label)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(NearestShown)
                .ToList();
            yield return therapies.Count > 0
                ? $"For {feature.Name} there is evidence under {Prose.And([.. therapies.Select(t => t.Key)])}; see 'refractor marker {feature.Name}'."
                : $"{feature.Name} is a known name without any evidence item.";
        }
        foreach (var therapy in question.Therapies.Where(t => pack.Index.Of(t).Count == 0).Take(NearestShown))
            yield return $"No evidence item names {therapy.Label} itself.";
    }

    private static IEnumerable<string> LeftOut(SearchResult search, HashSet<int> cited)
    {
        var added = NotIn(cited, search.AddedAgent).Count;
        if (added > 0)
            yield return $"{Items(added)} about an agent added to this therapy";
        foreach (var (reason, count) in search.LeftOut)
            yield return $"{Items(count)} {reason}";
    }

    private static string Items(int count) => count == 1 ? "1 item" : $"{count} items";

    private static IEnumerable<string> NotCited(
        string what,
        IReadOnlyList<Found> found,
        HashSet<int> cited,
        KnowledgePack pack
    )
    {
        var (count, first) = NotIn(cited, found);
        var ids = first.Select(row => pack.Items[row].Id);
        if (count > 0)
            yield return $"{Items(count)} {what}: {Prose.And([.. ids])}{(count > NearestShown ? " and more" : "")}.";
    }

    /// <summary>Number of findings whose rows are not cited, with the first of them.</summary>
    private static (int Count, IReadOnlyList<int> First) NotIn(HashSet<int> cited, IReadOnlyList<Found> found)
    {
        var count = 0;
        var first = new List<int>();
        for (var i = 0; i < found.Count; i++)
        {
            if (cited.Contains(found[i].Row))
                continue;
            if (count++ < NearestShown)
                first.Add(found[i].Row);
        }
        return (count, first);
    }

    private static bool IsVariant(string text) => VariantPattern().IsMatch(text);

    private static bool LooksLikeDrug(string text) => DrugPattern().IsMatch(text);

    [GeneratedRegex(
        @"^(p\.)?[A-Z][a-z]{0,2}\d{1,5}([A-Z*][a-z]{0,2}|fs|del|ins|dup)?$|^(rs\d+|c\.\S+|exon\d*)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex VariantPattern();

    [GeneratedRegex(
        @"(mab|nib|tecan|ciclib|parib|platin|taxel|rubicin|lisib|sertib|limus|strant|vedotin|tansine|tabine|oxifene|trozole)$|^[A-Z]{2,4}-?\d{3,}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DrugPattern();

    [GeneratedRegex(
        @"^\W*(?:does|do|did|is|are|was|were|can|could|has|have|will)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex YesNoPattern();

    [GeneratedRegex(
        @"\b(?:which|what|list|markers|predictors|features)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OpenPattern();

    [GeneratedRegex(
        @"\b(?:which|what|role of|role does|role do|role for|about|effect of|impact of)\W+(?:the\W+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SubjectPattern();
}
