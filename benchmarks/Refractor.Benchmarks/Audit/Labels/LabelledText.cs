namespace Refractor.Benchmarks.Audit.Labels;

/// <summary>A text with labels.</summary>
/// <param name="Name">File name.</param>
/// <param name="Text">The text.</param>
/// <param name="Labels">Its labels in text order.</param>
public sealed record LabelledText(string Name, string Text, IReadOnlyList<AuditLabel> Labels)
{
    private const string Suffix = ".labels.yaml";

    /// <summary>The texts of a folder that have labels, by name.</summary>
    public static IReadOnlyList<LabelledText> ReadFolder(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*" + Suffix)
                .Order(StringComparer.Ordinal)
                .Select(f => (Labels: f, Text: f[..^Suffix.Length] + ".md"))
                .Select(f => new LabelledText(
                    Path.GetFileName(f.Text),
                    File.ReadAllText(f.Text),
                    AuditLabel.Read(f.Labels)
                )),
        ];
}

/// <summary>A label within a folder.</summary>
public sealed record LabelPlace(string File, int Number);

/// <summary>Two labels that cannot both hold.</summary>
public sealed record PlantedDisagreement(LabelPlace A, LabelPlace B, string Reason)
{
    /// <summary>The planted pairs of all files of the folder that are named so.</summary>
    public static IReadOnlyList<PlantedDisagreement> ReadFolder(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*-disagreements.yaml")
                .Order(StringComparer.Ordinal)
                .SelectMany(LabelYaml.Sequence)
                .Select(n => new PlantedDisagreement(Place(n, "a"), Place(n, "b"), LabelYaml.Value(n, "reason"))),
        ];

    private static LabelPlace Place(YamlDotNet.RepresentationModel.YamlMappingNode node, string side)
    {
        var place = (YamlDotNet.RepresentationModel.YamlMappingNode)node[side];
        return new LabelPlace(
            LabelYaml.Value(place, "file"),
            int.Parse(LabelYaml.Value(place, "n"), System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}
