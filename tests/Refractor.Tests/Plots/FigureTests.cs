using System.Text.Json.Nodes;
using Refractor.Cohorts;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Plots;
using Refractor.Statistics;
using Refractor.Tests.Cohorts;

namespace Refractor.Tests.Plots;

public class FigureTests
{
    private static readonly Cohort Made = MadeCohort.Of();

    public static TheoryData<string> Kinds => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_specification_holds_the_numbers_of_its_tables_and_refers_to_no_other_data(string kind)
    {
        var figure = All()[kind];
        var specification = JsonNode.Parse(figure.Specification)!;
        var data = specification["datasets"]!.AsObject();
        data.Select(d => d.Key).ShouldBe(figure.Tables.Select(t => t.Name));
        foreach (var table in figure.Tables)
        {
            var rows = data[table.Name]!.AsArray();
            rows.Count.ShouldBe(table.Rows.Count);
            if (rows.Count > 0)
                rows[0]!.AsObject().Select(c => c.Key).ShouldBe(table.Columns.Select(c => c.Name));
        }
        foreach (var name in References(specification))
            data.ContainsKey(name).ShouldBeTrue(name);
        figure.Specification.ShouldNotContain("\"url\"");
        figure.Caption.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_of_an_encoding_is_a_column_of_some_table(string kind)
    {
        var figure = All()[kind];
        var columns = figure.Tables.SelectMany(t => t.Columns).Select(c => c.Name).ToHashSet();
        Fields(JsonNode.Parse(figure.Specification)!).Where(f => !columns.Contains(f)).ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_at_risk_begin_with_all_patients_and_never_grow()
    {
        var figure = FeatureTestFigures.Of(Run("BAD", "OS")).Curves!;
        var rows = figure.Tables.Single(t => t.Name == "at_risk").Rows;
        foreach (var group in rows.GroupBy(r => (string)r[0]!))
        {
            var numbers = group.Select(r => (double)r[2]!).ToList();
            numbers.ShouldBe(numbers.OrderDescending());
        }
        rows.Where(r => (double)r[1]! == 0).Sum(r => (double)r[2]!).ShouldBe(MadeCohort.Patients);
    }

    [Fact]
    public void A_ROC_curve_leads_from_corner_to_corner_and_its_area_is_that_of_the_test()
    {
        var test = Run("GOOD", "pCR");
        var points = FeatureTestFigures.Of(test).Roc!.Tables.Single(t => t.Name == "roc").Rows;
        var places = points.Select(p => (X: (double)p[2]!, Y: (double)p[3]!)).ToList();
        places[0].ShouldBe((1, 1));
        places[^1].ShouldBe((0, 0));
        var area = places.Zip(places.Skip(1)).Sum(p => (p.First.X - p.Second.X) * (p.First.Y + p.Second.Y) / 2);
        area.ShouldBe(test.Response!.Auc.Value.Value, 1e-12);
    }

    [Fact]
    public void Quartiles_are_those_of_R()
    {
        // quantile(c(3, 1, 4, 1, 5, 9, 2, 6))
        var figure = DistributionFigure.Of("t", "c", "x", [("all", [3, 1, 4, 1, 5, 9, 2, double.NaN, 6])]);
        figure.Tables[1].Rows[0].Skip(1).Take(4).ShouldBe([8, 1.75, 3.5, 5.25]);
    }

    [Fact]
    public void An_interval_beyond_the_axis_of_a_forest_plot_is_cut_in_the_drawing_and_whole_in_the_table()
    {
        var line = new ForestLine("rare", "all", 0.4, new Interval(0.0003, 90, 0.95), 12);
        var row = ForestFigure.Of("t", "c", "odds ratio", [line], "less", "more").Tables[0].Rows[0];
        row[3].ShouldBe(0.0003);
        row[4].ShouldBe(90.0);
        ((double)row[8]!).ShouldBeInRange(0.02, 0.06);
        ((double)row[9]!).ShouldBeInRange(18, 25);
        row[10].ShouldBe(true);
        row[11].ShouldBe(true);
    }

    [Fact]
    public void A_ratio_of_0_or_without_bound_has_no_point_and_its_line_goes_on()
    {
        ForestLine[] lines =
        [
            new("none", "all", 0, new Interval(0, 0.7, 0.95), 9),
            new("all", "all", double.PositiveInfinity, new Interval(2.8, double.PositiveInfinity, 0.95), 9),
        ];
        var rows = ForestFigure.Of("t", "c", "odds ratio", lines, "less", "more").Tables[0].Rows;
        rows.Select(r => r[7]).ShouldAllBe(drawn => double.IsNaN((double)drawn!) || double.IsInfinity((double)drawn!));
        (rows[0][10], rows[0][11]).ShouldBe((true, false));
        (rows[1][10], rows[1][11]).ShouldBe((false, true));
    }

    [Fact]
    public void The_line_of_a_volcano_plot_lies_at_the_largest_p_of_the_hits()
    {
        VolcanoPoint Point(string name, double p, double q) => new(name, 1, Math.Log(p), Math.Log(q));
        var hits = VolcanoFigure.Of(
            "t",
            "c",
            "x",
            [Point("A", 1e-6, 1e-4), Point("B", 1e-3, 0.04), Point("C", 0.2, 0.3)]
        );
        ((double)hits.Tables.Single(t => t.Name == "threshold").Rows.ShouldHaveSingleItem()[0]!).ShouldBe(3, 1e-12);
        var none = VolcanoFigure.Of("t", "c", "x", [Point("C", 0.2, 0.3)]);
        none.Tables.Single(t => t.Name == "threshold").Rows.ShouldBeEmpty();
    }

    [Fact]
    public void A_table_is_saved_with_all_its_digits_and_missing_cells_are_empty()
    {
        var table = new FigureTable(
            "t",
            ["a", "b", "c"],
            [
                [0.1 + 0.2, null, "x\ty"],
                [double.NaN, 3, true],
            ]
        );
        table.ToTsv().ShouldBe("a\tb\tc\n0.30000000000000004\t\tx y\n\t3\tyes\n");
    }

    private static Dictionary<string, Figure> All()
    {
        var survival = FeatureTestFigures.Of(Run("BAD", "OS", "chemotherapy"));
        var response = FeatureTestFigures.Of(Run("GOOD", "pCR"));
        return new Dictionary<string, Figure>
        {
            ["curves"] = survival.Curves!,
            ["effects"] = survival.Effects!,
            ["roc"] = response.Roc!,
            ["rates"] = response.Rates!,
            ["values"] = response.Values!,
            ["volcano"] = VolcanoFigure.Of("t", "c", "effect", [new("A", 1, -9, -5), new("B", double.NaN, -1, -1)]),
            ["heat map"] = HeatMapFigure.Of("t", "c", "z", 2, ["A"], ["P1"], [new("A", "P1", 1)], "patients", false),
            ["verdicts"] = HeatMapFigure.OfCategories(
                "t",
                "c",
                [("agrees", "#009e73")],
                ["A"],
                ["P1"],
                [new("A", "P1", "agrees", "=")]
            ),
            ["amounts"] = BarFigure.Amounts("t", "c", "NES", [new("A", "up", 2)]),
            ["scatter"] = ScatterFigure.Of("t", "c", "x", "y", [new("A", 1, 2, "g", true)]),
            ["histogram"] = HistogramFigure.Of("t", "c", "p", [0.1, 0.2, 1], 0, 1, 10, 0.4),
        };
    }

    private static FeatureTest Run(string feature, string endpoint, string? interaction = null) =>
        FeatureTest.Run(
            Made,
            new FeatureFinder(RealKnowledge.Lexicon).Find(Made, feature).Single(),
            new FeatureTestRequest(new PopulationRequest { Endpoint = endpoint }) { Interaction = interaction },
            RealKnowledge.Lexicon
        );

    private static IEnumerable<string> References(JsonNode node) =>
        Objects(node)
            .Where(o => o["data"] is JsonObject data && data["name"] is not null)
            .Select(o => (string)o["data"]!["name"]!);

    private static IEnumerable<string> Fields(JsonNode node) =>
        Objects(node).Where(o => o["field"] is JsonValue).Select(o => (string)o["field"]!);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.Where(p => p.Key != "datasets").SelectMany(p => Objects(p.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };
}
