using YamlDotNet.RepresentationModel;

namespace Refractor.Benchmarks.Audit.Labels;

/// <summary>Reads the lists of label files.</summary>
internal static class LabelYaml
{
    public static IEnumerable<YamlMappingNode> Sequence(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(file);
        stream.Load(text);
        return ((YamlSequenceNode)stream.Documents[0].RootNode).Cast<YamlMappingNode>();
    }

    /// <summary>The scalar under a key; empty when there is none.</summary>
    public static string Value(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? value.ToString() : "";

    public static IEnumerable<string> List(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var list) && list is YamlSequenceNode values
            ? values.Select(v => v.ToString())
            : [];
}
