using Refractor.Knowledge;
using Refractor.Knowledge.Source;

namespace Refractor.Tests.Knowledge;

/// <summary>Knowledge written out in a test, with a vocabulary of a few names.</summary>
internal static class TwoPaperKnowledge
{
    private static readonly Dictionary<string, string> Vocabulary = new()
    {
        ["genes.yaml"] = """
            version: test
            genes:
            - {symbol: ABCB1, name: P-gp, aliases: [MDR1, P-glycoprotein]}
            - {symbol: PGR, name: progesterone receptor, aliases: [PR, NR3C3]}
            """,
        ["features.yaml"] = """
            version: test
            features:
            - {name: ABC transporters, type: gene_group}
            """,
        ["groups.yaml"] = """
            version: test
            groups:
            - {name: drug efflux pumps, members: [ABCB1]}
            """,
        ["therapies.yaml"] = """
            version: test
            therapies:
            - {name: chemotherapy, label: chemotherapy, kind: modality, modality: chemotherapy}
            - {name: doxorubicin, label: doxorubicin, kind: agent, modality: chemotherapy, classes: [chemotherapy]}
            - {name: cisplatin, label: cisplatin, kind: agent, modality: chemotherapy, classes: [chemotherapy]}
            - {name: tamoxifen, label: tamoxifen, kind: agent, modality: endocrine}
            - {name: fulvestrant, label: fulvestrant, kind: agent, modality: endocrine}
            regimens:
            - {name: DC, agents: [doxorubicin, cisplatin]}
            """,
        ["populations.yaml"] = """
            version: test
            subtypes:
            - {name: TNBC, label: triple-negative}
            settings:
            - {name: neoadjuvant}
            endpoints:
            - {name: pCR}
            levels:
            - {name: rna_expression}
            feature_types:
            - {name: gene}
            other_diseases:
            - {name: melanoma}
            """,
    };

    /// <summary>Fields of an item that are required and of no matter to the test.</summary>
    public const string Rest = """
          level: rna_expression
          state: high
          relation: predictive
          effect: resistance
          therapy: [doxorubicin]
          modality: chemotherapy
          setting: neoadjuvant
          study: {design: retrospective_cohort, predictive_design: treated_only}
          endpoint: pCR
          result: {metric: none, missing: not_seen}
          checked: abstract
        """;

    /// <summary>Reads evidence files, given as key and YAML text; a problem in them fails the test.</summary>
    public static KnowledgePack Of(params (string Key, string Yaml)[] files) => Of("test", _ => { }, files);

    /// <summary>The same with a version and with changes to the vocabulary's texts.</summary>
    public static KnowledgePack Of(
        string version,
        Action<Dictionary<string, SourceText>> change,
        params (string Key, string Yaml)[] files
    )
    {
        var vocabulary = Vocabulary.ToDictionary(v => v.Key, v => new SourceText(v.Key, v.Value));
        change(vocabulary);
        return Read(version, vocabulary, files);
    }

    /// <summary>The same with the vocabulary of the repository.</summary>
    public static KnowledgePack OfRepository((string Key, string Yaml)[] files)
    {
        var folder = Path.Combine(Repository.KnowledgeFolder, "vocabulary");
        var vocabulary = Vocabulary.Keys.ToDictionary(
            f => f,
            f => new SourceText(f, File.ReadAllText(Path.Combine(folder, f)))
        );
        return Read("test", vocabulary, files);
    }

    private static KnowledgePack Read(
        string version,
        Dictionary<string, SourceText> vocabulary,
        (string Key, string Yaml)[] files
    )
    {
        var evidence = files.Select(f => new SourceText($"evidence/{f.Key}.yaml", f.Yaml)).ToList();
        var reading = KnowledgeSource.Read(version, vocabulary, evidence);
        reading.HasErrors.ShouldBeFalse(string.Join("\n", reading.Problems));
        return reading.Pack.ShouldNotBeNull();
    }

    /// <summary>An evidence file with that paper and one unremarkable item about ABCB1.</summary>
    public static (string Key, string Yaml) Paper(string key, string paper) =>
        (key, $"paper: {paper}\nevidence:\n{Item(key.Split('-')[0] + "-1")}");

    /// <summary>An unremarkable item with that id, with further fields on lines of their own.</summary>
    public static string Item(string id, string feature = "{name: ABCB1, type: gene}", string more = "") =>
        $"- id: {id}\n  feature: {feature}\n{Rest}\n{more}";
}
