using YamlDotNet.RepresentationModel;

namespace Refractor.Benchmarks.Answers;

/// <summary>A direction that an answer must state.</summary>
public sealed record GoldDirection(string Feature, string State, string Therapy, string Effect, string? Subtype);

/// <summary>A question with what a good answer must contain; the format is in benchmarks/questions/README.md.</summary>
public sealed record GoldQuestion(
    string Id,
    string Text,
    string Kind,
    bool IsAnswerable,
    IReadOnlyList<IReadOnlyList<string>> MustCite,
    IReadOnlyList<string> MustMention,
    IReadOnlyList<string> MustNotCite,
    IReadOnlyList<GoldDirection> Directions,
    int? Count
)
{
    public static IReadOnlyList<GoldQuestion> Read(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(file);
        stream.Load(text);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        return [.. ((YamlSequenceNode)root["questions"]).Cast<YamlMappingNode>().Select(Question)];
    }

    private static GoldQuestion Question(YamlMappingNode node) =>
        new(
            Text_(node, "id")!,
            Text_(node, "question")!,
            Text_(node, "kind")!,
            Text_(node, "expect") == "answered",
            [
                .. List(node, "must_cite")
                    .Select(g => (IReadOnlyList<string>)[.. ((YamlSequenceNode)g).Select(i => i.ToString())]),
            ],
            [.. List(node, "must_mention").Select(m => m.ToString())],
            [.. List(node, "must_not_cite").Select(m => m.ToString())],
            [.. List(node, "direction").Cast<YamlMappingNode>().Select(Direction)],
            node.Children.TryGetValue("count", out var count)
                ? int.Parse(count["value"].ToString(), System.Globalization.CultureInfo.InvariantCulture)
                : null
        );

    private static GoldDirection Direction(YamlMappingNode node) =>
        new(
            Text_(node, "feature")!,
            Text_(node, "state")!,
            Text_(node, "therapy")!,
            Text_(node, "effect")!,
            Text_(node, "subtype")
        );

    private static IEnumerable<YamlNode> List(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var list) && list is YamlSequenceNode items ? items : [];

    private static string? Text_(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? value.ToString() : null;
}
