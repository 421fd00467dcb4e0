using Refractor.Answers;
using Refractor.Knowledge;

namespace Refractor.Cli.Pages;

/// <summary>Says how a question was read.</summary>
internal static class ReadingText
{
    public static IEnumerable<Block> Of(Question question)
    {
        if (question.OutOfScope == OutOfScope.No)
            yield return new Remark("Read as: " + string.Join("; ", Parts(question)) + ".");
        foreach (var correction in question.Corrections)
            yield return new Remark(Of(correction));
        foreach (var unknown in question.Unknown)
            yield return new Remark(Of(unknown), Tone.Notice);
    }

    private static IEnumerable<string> Parts(Question question)
    {
        var names = question.Features.Select(f => f.Name).Concat(question.Groups.Select(g => g.Name)).ToList();
        yield return names.Count > 0 ? $"{Intent(question)}, {string.Join(", ", names)}" : Intent(question);
        yield return question.Therapies.Count > 0
            ? List("therapy", question.Therapies.Select(t => t.Label))
            : "any therapy";
        if (question.Levels.Count > 0)
            yield return List("level", question.Levels.Select(l => Spoken(Terms.Levels.NameOf(l))));
        if (question.Types.Count > 0)
            yield return List("kind", question.Types.Select(t => Spoken(Terms.FeatureTypes.NameOf(t))));
        if (question.Subtypes.Count > 0)
            yield return List("subtype", question.Subtypes.Select(s => s.Label));
        if (question.Settings.Count > 0)
            yield return List("setting", question.Settings.Select(s => Spoken(Terms.Settings.NameOf(s))));
        if (question.Trials.Count > 0)
            yield return List("trial", question.Trials);
        if (Effect(question.Effect) is { } effect)
            yield return effect;
    }

    private static string Intent(Question question) =>
        question.Intent switch
        {
            Answers.Intent.List => "a list of features",
            Answers.Intent.Feature => "one feature or a few",
            Answers.Intent.Compare => "a comparison",
            Answers.Intent.CrossResistance => "cross-resistance",
            Answers.Intent.Rank => "a ranking",
            Answers.Intent.Count => "a count",
            Answers.Intent.Negative => "what was tested without an association",
            Answers.Intent.Change => "what changes under treatment",
            _ => "where the sources disagree",
        };

    private static string? Effect(AskedEffect effect) =>
        effect switch
        {
            AskedEffect.Resistance => "direction resistance",
            AskedEffect.Sensitivity => "direction sensitivity",
            AskedEffect.NoEffect => "no association",
            _ => null,
        };

    private static string Of(Correction correction)
    {
        var typed = $"'{Plain.Echo(correction.Typed)}' read as {correction.Read}";
        return correction.Why is { } why ? $"{typed}: {why.TrimEnd('.')}." : typed + ".";
    }

    private static string Of(UnknownTerm unknown)
    {
        var text = $"'{Plain.Echo(unknown.Text)}' is not known here";
        return unknown.Nearest is { } nearest ? $"{text}; the nearest known name is {nearest}." : text + ".";
    }

    private static string List(string name, IEnumerable<string> values) => $"{name} {string.Join(", ", values)}";

    private static string Spoken(string name) => name.Replace('_', ' ');
}
