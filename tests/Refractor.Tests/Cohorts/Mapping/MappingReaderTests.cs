using Refractor.Cohorts;
using Refractor.Cohorts.Mapping;
using Refractor.Knowledge;

namespace Refractor.Tests.Cohorts.Mapping;

public class MappingReaderTests
{
    [Fact]
    public void Reads_every_part()
    {
        var mapping = MappingReader.Parse(
            """
            title: A cohort
            setting: neoadjuvant
            clinical:
            - {file: clinical.tsv, patient: id, sample: sample, lines_below_header: 2, encoding: latin1}
            layers:
            - {file: expression.tsv, name: expression, level: rna_expression, rows: features, scale: log, text_columns: 2}
            - {file: clinical.tsv, name: scores, level: signature_score, columns: [a, b]}
            mutations: {file: mutations.maf, gene: symbol, profiled_column: sequenced}
            treatments:
              chemotherapy: {column: chemo, given: [TAC, FEC], randomised: true}
              trastuzumab: {all: true}
            outcomes:
              OS: {time: t, unit: days, event: e, observed: dead, censored: [alive]}
              pCR: {response: path, responded: pCR, not_responded: RD, definition: ypT0/Tis ypN0}
            variables:
              er: {column: ER, positive: [pos]}
            """,
            "m.yaml"
        );
        mapping.Setting.ShouldBe(Setting.Neoadjuvant);
        mapping.Clinical[0].LinesBelowHeader.ShouldBe(2);
        mapping.Layers[0].Scale.ShouldBe(MeasuredScale.Log);
        mapping.Layers[1].Columns.ShouldBe(["a", "b"]);
        mapping.Mutations!.ProfiledColumn.ShouldBe("sequenced");
        mapping.Treatments["chemotherapy"].Given.ShouldBe(["TAC", "FEC"]);
        mapping.Treatments["trastuzumab"].ShouldBe(TreatmentRule.Everybody);
        mapping.Outcomes["OS"].Unit.ShouldBe(TimeUnit.Days);
        mapping.Outcomes["OS"].Observed.ShouldBe(["dead"]);
        mapping.Outcomes["pCR"].Definition.ShouldBe("ypT0/Tis ypN0");
        mapping.Variables["ER"].Positive.ShouldBe(["pos"]);
    }

    [Theory]
    [InlineData("titel: x\n", "m.yaml(1): error: unknown_field: found 'titel'")]
    [InlineData("clinical:\n- {patient: id}\n", "m.yaml(2): error: file: found no such field")]
    [InlineData(
        "layers:\n- {file: x, rows: genes}\n",
        "m.yaml(2): error: rows: found 'genes'; expected one of features, samples"
    )]
    [InlineData(
        "outcomes:\n  OS: {time: t, unit: weeks, event: e}\n",
        "m.yaml(2): error: unit: found 'weeks'; expected one of days, months, years"
    )]
    [InlineData(
        "treatments:\n  chemotherapy: {all: true, column: chemo}\n",
        "m.yaml(2): error: unknown_field: found 'column'"
    )]
    [InlineData(
        "layers:\n- {file: x, name: ../x}\n",
        "m.yaml: error: name: found the layer '../x'; expected letters, digits"
    )]
    [InlineData("layers:\n- {file: x}\n- {file: y}\n", "m.yaml: error: name: found 2 layers 'expression'")]
    [InlineData("treatments: [chemo]\n", "m.yaml(1): error: treatments: found a list; expected a mapping")]
    public void A_fault_is_named_with_its_line(string text, string message) =>
        Should.Throw<DataFileException>(() => MappingReader.Parse(text, "m.yaml")).Message.ShouldStartWith(message);

    public static TheoryData<string> Examples =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "examples"), "*.yaml")
                .Select(f => Path.GetFileName(f)!),
        ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_mappings_of_public_cohorts_can_be_read(string file)
    {
        var mapping = MappingReader.Read(Path.Combine(Repository.Root, "examples", file));
        mapping.Title.ShouldNotBeNullOrEmpty();
        mapping.Setting.ShouldNotBeNull();
        mapping.Clinical.ShouldNotBeEmpty();
    }
}
