using System.Globalization;
using Refractor.Audit;
using YamlDotNet.RepresentationModel;

namespace Refractor.Benchmarks.Audit.Labels;

/// <summary>The verdict that a reader gave to a part of a text.</summary>
/// <param name="Number">Number within its text.</param>
/// <param name="Text">The exact part of the text.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Accept">Other verdicts that can be defended.</param>
/// <param name="Damage">What was done to it, "none" for nothing.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record AuditLabel(
    int Number,
    string Text,
    AuditVerdict Verdict,
    IReadOnlyList<AuditVerdict> Accept,
    string Damage,
    string Reason
)
{
    public static IReadOnlyList<AuditLabel> Read(string file) => [.. LabelYaml.Sequence(file).Select(n => Of(n, file))];

    /// <summary>Whether a verdict agrees with the label.</summary>
    public bool Accepts(AuditVerdict verdict) => verdict == Verdict || Accept.Contains(verdict);

    private static AuditLabel Of(YamlMappingNode node, string file)
    {
        var number = int.Parse(LabelYaml.Value(node, "n"), CultureInfo.InvariantCulture);
        return new AuditLabel(
            number,
            LabelYaml.Value(node, "text"),
            VerdictOf(LabelYaml.Value(node, "verdict")),
            [.. LabelYaml.List(node, "accept").Select(VerdictOf)],
            LabelYaml.Value(node, "damage"),
            LabelYaml.Value(node, "reason")
        );

        AuditVerdict VerdictOf(string name) =>
            AuditVerdicts.TryParse(name, out var verdict)
                ? verdict
                : throw new InvalidDataException($"{file}: label {number}: '{name}' is not a verdict.");
    }
}
