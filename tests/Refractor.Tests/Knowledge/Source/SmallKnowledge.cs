using Refractor.Knowledge.Source;

namespace Refractor.Tests.Knowledge.Source;

/// <summary>A small valid vocabulary and evidence file, to be damaged one thing at a time.</summary>
internal static class SmallKnowledge
{
    /// <summary>Name under which the evidence file is reported.</summary>
    public const string File = "evidence/post2018-abcb1.yaml";

    /// <summary>Line of the first item; line 2 is that of the paper.</summary>
    public const int ItemLine = 8;

    public const string Evidence = """
        paper:
          doi: 10.1000/first
          pmid: "12345678"
          title: A title
          kind: article
          year: 2018
        evidence:
        - id: post2018-1
          feature: {name: MDR1, type: gene}
          level: rna_expression
          state: high
          relation: predictive
          effect: resistance
          therapy: [docetaxel]
          modality: chemotherapy
          setting: neoadjuvant
          subtype: TNBC
          study: {design: retrospective_cohort, n: 120, n_events: 30, predictive_design: treated_only}
          endpoint: pCR
          result:
            metric: OR
            estimate: 0.5
            ci: [0.3, 0.8]
            p: "0.01"
            groups:
            - {label: high, n: 60, rate: 0.17}
          checked: abstract

        """;

    /// <summary>A second paper with two items that shares nothing with the first.</summary>
    public static string Other { get; } =
        Evidence
            .Replace("10.1000/first", "10.1000/second", StringComparison.Ordinal)
            .Replace("12345678", "87654321", StringComparison.Ordinal)
            .Replace("post2018-1", "miller2020-1", StringComparison.Ordinal)
        + ItemOf(Evidence).Replace("post2018-1", "miller2020-2", StringComparison.Ordinal);

    public static Dictionary<string, string> Vocabulary() =>
        new(StringComparer.Ordinal)
        {
            ["genes.yaml"] = """
                version: 1
                genes:
                - {symbol: ABCB1, name: P-glycoprotein, aliases: [MDR1]}
                - {symbol: ABCG2, aliases: [BCRP]}
                """,
            ["features.yaml"] = """
                version: 1
                features:
                - {name: TIL score, type: signature}
                """,
            ["groups.yaml"] = """
                version: 1
                groups:
                - {name: ABC transporters, members: [ABCB1, ABCG2]}
                """,
            ["therapies.yaml"] = """
                version: 1
                therapies:
                - {name: chemotherapy, label: chemotherapy, kind: modality, modality: chemotherapy}
                - {name: docetaxel, label: docetaxel, kind: agent, classes: [chemotherapy], modality: chemotherapy}
                - {name: doxorubicin, label: doxorubicin, kind: agent, classes: [chemotherapy], modality: chemotherapy}
                regimens:
                - {name: AT, agents: [doxorubicin, docetaxel]}
                """,
            ["populations.yaml"] = """
                version: 1
                subtypes:
                - {name: any, label: any subtype}
                - {name: TNBC, label: triple-negative, within: [any]}
                settings:
                - {name: neoadjuvant}
                endpoints:
                - {name: pCR}
                levels:
                - {name: rna_expression}
                feature_types:
                - {name: gene}
                other_diseases:
                - {name: lung cancer, aliases: [NSCLC]}
                """,
        };

    /// <summary>Reads the small vocabulary with the texts as evidence files; the first is called <see cref="File"/>.</summary>
    public static SourceReading Read(params string[] evidence) => Read(Vocabulary(), evidence);

    public static SourceReading Read(Dictionary<string, string> vocabulary, params string[] evidence)
    {
        var texts = vocabulary.ToDictionary(v => v.Key, v => new SourceText("vocabulary/" + v.Key, v.Value));
        var files = evidence.Select((text, i) => new SourceText(i == 0 ? File : $"evidence/second{i}.yaml", text));
        return KnowledgeSource.Read("1", texts, [.. files]);
    }

    /// <summary>The valid evidence file with one text replaced, which must occur in it exactly once.</summary>
    public static string Damaged(string from, string to)
    {
        Evidence.Split(from).Length.ShouldBe(2, $"'{from}' must occur once");
        return Evidence.Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>The items of an evidence file, without its paper.</summary>
    private static string ItemOf(string text) => text[text.IndexOf("- id:", StringComparison.Ordinal)..];
}
