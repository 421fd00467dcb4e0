namespace Refractor.Tests.Knowledge.Source;

/// <summary>One thing wrong in the evidence file, and how it must be reported.</summary>
/// <param name="From">Text of the valid file.</param>
/// <param name="To">What stands there instead.</param>
/// <param name="Rule">Rule expected.</param>
/// <param name="Line">Line expected.</param>
/// <param name="Found">Part of what is reported as found.</param>
/// <param name="Expected">Part of what is reported as expected.</param>
internal sealed record ValidationCase(string From, string To, string Rule, int Line, string Found, string Expected);

/// <summary>The table of faults within one evidence file; every rule of the reader has at least one.</summary>
internal static class ValidationCases
{
    public static IReadOnlyDictionary<string, ValidationCase> All { get; } =
        new Dictionary<string, ValidationCase>(StringComparer.Ordinal)
        {
            ["unknown field of the root"] = new(
                "evidence:",
                "author: me\nevidence:",
                "unknown_field",
                7,
                "'author'",
                "evidence"
            ),
            ["unknown field of the paper"] = new("  title:", "  titel:", "unknown_field", 4, "'titel'", "title"),
            ["unknown field of the item"] = new(
                "  checked:",
                "  colour: red\n  checked:",
                "unknown_field",
                27,
                "'colour'",
                "level"
            ),
            ["unknown field of the feature"] = new(
                "type: gene",
                "type: gene, kind: x",
                "unknown_field",
                9,
                "'kind'",
                "name"
            ),
            ["unknown field of the study"] = new(
                "n: 120,",
                "n: 120, arms: 2,",
                "unknown_field",
                18,
                "'arms'",
                "design"
            ),
            ["unknown field of the result"] = new("    p:", "    pp:", "unknown_field", 24, "'pp'", "p"),
            ["unknown field of a group"] = new("n: 60", "size: 60", "unknown_field", 26, "'size'", "label"),
            ["missing id"] = new(
                "- id: post2018-1\n  feature",
                "- feature",
                "id",
                8,
                "no such field",
                "a value for 'id'"
            ),
            ["missing level"] = new("  level: rna_expression\n", "", "level", 8, "no such field", "rna_expression"),
            ["missing endpoint"] = new("  endpoint: pCR\n", "", "endpoint", 8, "no such field", "'endpoint'"),
            ["missing feature"] = new(
                "  feature: {name: MDR1, type: gene}\n",
                "",
                "feature",
                8,
                "no such field",
                "'feature'"
            ),
            ["missing kind"] = new("  kind: article\n", "", "kind", 2, "no such field", "article"),
            ["id in capitals"] = new("post2018-1", "Post2018-1", "id", 8, "'Post2018-1'", "lower-case"),
            ["id without number"] = new("post2018-1", "post2018", "id", 8, "'post2018'", "<n>"),
            ["level that is no level"] = new("rna_expression", "rna", "level", 10, "'rna'", "rna_expression"),
            ["state that is no state"] = new("state: high", "state: High", "state", 11, "'High'", "high"),
            ["relation that is none"] = new(
                "predictive\n  eff",
                "causal\n  eff",
                "relation",
                12,
                "'causal'",
                "prognostic"
            ),
            ["effect that is none"] = new("effect: resistance", "effect: bad", "effect", 13, "'bad'", "sensitivity"),
            ["modality that is none"] = new(
                "modality: chemotherapy",
                "modality: chemo",
                "modality",
                15,
                "'chemo'",
                "chemotherapy"
            ),
            ["setting that is none"] = new("neoadjuvant", "clinic", "setting", 16, "'clinic'", "metastatic"),
            ["timing that is none"] = new(
                "  checked:",
                "  timing: late\n  checked:",
                "timing",
                27,
                "'late'",
                "pre_treatment"
            ),
            ["subtype that is none"] = new("subtype: TNBC", "subtype: basal", "subtype", 17, "'basal'", "TNBC"),
            ["design that is none"] = new(
                "retrospective_cohort",
                "cohort",
                "design",
                18,
                "'cohort'",
                "prospective_cohort"
            ),
            ["validation that is none"] = new(
                "n: 120,",
                "n: 120, validation: yes,",
                "validation",
                18,
                "'yes'",
                "external"
            ),
            ["endpoint that is none"] = new("endpoint: pCR", "endpoint: PCR", "endpoint", 19, "'PCR'", "pCR"),
            ["metric that is none"] = new("metric: OR", "metric: odds", "metric", 21, "'odds'", "OR"),
            ["checked that is none"] = new("checked: abstract", "checked: yes", "checked", 27, "'yes'", "secondary"),
            ["paper kind that is none"] = new("kind: article", "kind: blog", "kind", 5, "'blog'", "meta_analysis"),
            ["retracted that is neither true nor false"] = new(
                "year: 2018",
                "retracted: yes",
                "retracted",
                6,
                "'yes'",
                "true"
            ),
            ["unknown therapy"] = new("[docetaxel]", "[docetaxle]", "therapy", 14, "'docetaxle'", "therapies.yaml"),
            ["no therapy"] = new("  therapy: [docetaxel]\n", "", "therapy", 8, "no therapy", "untreated"),
            ["empty list of therapies"] = new("[docetaxel]", "[]", "therapy", 8, "no therapy", "untreated"),
            ["therapy that is no list"] = new("[docetaxel]", "docetaxel", "therapy", 14, "'docetaxel'", "a list"),
            ["unknown feature"] = new("name: MDR1", "name: MDR7", "feature", 9, "'MDR7'", "vocabulary"),
            ["feature of another type"] = new("type: gene", "type: mirna", "feature.type", 9, "'mirna'", "'gene'"),
            ["feature that is no mapping"] = new(
                "{name: MDR1, type: gene}",
                "MDR1",
                "feature",
                9,
                "'MDR1'",
                "a mapping"
            ),
            ["DOI in upper case"] = new("10.1000/first", "10.1000/FIRST", "doi", 2, "'10.1000/FIRST'", "lower case"),
            ["DOI with a space"] = new("10.1000/first", "10.1000/fi rst", "doi", 2, "'10.1000/fi rst'", "a DOI"),
            ["DOI as address"] = new("10.1000/first", "https://doi.org/10.1000/first", "doi", 2, "https", "a DOI"),
            ["PMID with letters"] = new("12345678", "PMID1234", "pmid", 3, "'PMID1234'", "digits"),
            ["PMCID without PMC"] = new(
                "  title:",
                "  pmcid: 12345\n  title:",
                "pmcid",
                4,
                "'12345'",
                "PMC and digits"
            ),
            ["no identifier"] = new(
                "  doi: 10.1000/first\n  pmid: \"12345678\"\n",
                "",
                "identifier",
                2,
                "no identifier",
                "doi, else pmid"
            ),
            ["year out of range"] = new("2018\nev", "218\nev", "year", 6, "'218'", "1950 to 2100"),
            ["year that is no number"] = new("2018\nev", "in press\nev", "year", 6, "'in press'", "a whole number"),
            ["n of zero"] = new("n: 120", "n: 0", "n", 18, "'0'", "a whole number from 1"),
            ["n that is no whole number"] = new("n: 120", "n: 12.5", "n", 18, "'12.5'", "a whole number"),
            ["more events than patients"] = new(
                "n_events: 30",
                "n_events: 121",
                "n_events",
                18,
                "121 events in 120",
                "at most n"
            ),
            ["negative events"] = new("n_events: 30", "n_events: -1", "n_events", 18, "'-1'", "from 0"),
            ["p above 1"] = new("\"0.01\"", "\"1.01\"", "p", 24, "'1.01'", "a number from 0 to 1"),
            ["p below 0"] = new("\"0.01\"", "\"-0.01\"", "p", 24, "'-0.01'", "a number from 0 to 1"),
            ["p in words"] = new("\"0.01\"", "abc", "p", 24, "'abc'", "a bound such as"),
            ["p with a comma"] = new("\"0.01\"", "\"0,01\"", "p", 24, "'0,01'", "a number from 0 to 1"),
            ["p that is no number"] = new("\"0.01\"", "NaN", "p", 24, "'NaN'", "a number from 0 to 1"),
            ["q above 1"] = new("    p:", "    q: 5\n    p:", "q", 24, "'5'", "a number from 0 to 1"),
            ["estimate outside its interval"] = new(
                "estimate: 0.5",
                "estimate: 0.9",
                "ci",
                23,
                "does not contain",
                "lower <= estimate"
            ),
            ["interval upside down"] = new("[0.3, 0.8]", "[0.8, 0.3]", "ci", 23, "above the upper", "[lower, upper]"),
            ["interval with one bound"] = new("[0.3, 0.8]", "[0.3]", "ci", 23, "1 values", "[lower, upper]"),
            ["interval that is no list"] = new("[0.3, 0.8]", "0.3-0.8", "ci", 23, "'0.3-0.8'", "a list of numbers"),
            ["interval with a word"] = new("[0.3, 0.8]", "[0.3, high]", "ci", 23, "'high'", "a number"),
            ["level of the interval"] = new(
                "    p:",
                "    ci_level: 100\n    p:",
                "ci_level",
                24,
                "outside 0 to 100",
                "per cent"
            ),
            ["ratio of zero"] = new(
                "estimate: 0.5\n    ci: [0.3, 0.8]",
                "estimate: 0",
                "estimate",
                22,
                "zero or less",
                "above 0"
            ),
            ["AUC above 1"] = new(
                "OR\n    estimate: 0.5\n    ci: [0.3, 0.8]",
                "AUC\n    estimate: 1.5",
                "estimate",
                22,
                "outside 0 to 1",
                "0 to 1"
            ),
            ["infinite estimate"] = new("estimate: 0.5", "estimate: 1e999", "estimate", 22, "'1e999'", "a number"),
            ["rate in per cent"] = new("rate: 0.17", "rate: 17", "rate", 26, "outside 0 to 1", "a fraction"),
            ["neither figures nor reason"] = new(
                "metric: OR",
                "metric: none",
                "missing",
                21,
                "neither figures",
                "not_reported"
            ),
            ["cross-resistance without resistant_to"] = new(
                "predictive\n  eff",
                "cross_resistance\n  eff",
                "resistant_to",
                8,
                "without resistant_to",
                "the therapy"
            ),
            ["resistant_to without cross-resistance"] = new(
                "  modality:",
                "  resistant_to: [doxorubicin]\n  modality:",
                "resistant_to",
                15,
                "resistant_to",
                "cross_resistance"
            ),
            ["empty value"] = new("title: A title", "title:", "title", 4, "an empty value", "leave the field out"),
            ["blank value"] = new("title: A title", "title: '  '", "title", 4, "'  '", "leave the field out"),
            ["null"] = new("title: A title", "title: null", "title", 4, "'null'", "leave the field out"),
            ["tilde"] = new("title: A title", "title: ~", "title", 4, "'~'", "leave the field out"),
            ["list in place of a text"] = new("title: A title", "title: [a]", "title", 4, "a list", "a text"),
            ["key that is no name"] = new(
                "  title: A title",
                "  ? [a, b]\n  : c",
                "key",
                4,
                "not a plain name",
                "a field name"
            ),
        };
}
