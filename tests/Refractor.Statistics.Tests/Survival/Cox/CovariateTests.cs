using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Tests.Survival.Cox;

public class CovariateTests
{
    [Fact]
    public void A_factor_has_a_column_for_each_level_but_the_base()
    {
        var size = Covariate.Factor("size", ["<=20", "20-50", ">50", null, "20-50"], baseLevel: "<=20");
        size.ColumnNames.ShouldBe(["size20-50", "size>50"]);
        size.Columns[0].ShouldBe([0, 1, 0, double.NaN, 1]);
        size.Columns[1].ShouldBe([0, 0, 1, double.NaN, 0]);
    }

    [Fact]
    public void Levels_that_are_numbers_are_ordered_by_value() =>
        Covariate.Factor("grade", ["10", "2", "9"]).ColumnNames.ShouldBe(["grade9", "grade10"]);

    [Fact]
    public void An_interaction_has_the_products_of_all_columns()
    {
        var size = Covariate.Factor("size", ["a", "b", "c"]);
        var product = Covariate.Interaction(size, Covariate.Numeric("er", [1, 2, 3]));
        product.Name.ShouldBe("size:er");
        product.ColumnNames.ShouldBe(["sizeb:er", "sizec:er"]);
        product.Columns[0].ShouldBe([0, 2, 0]);
        product.Columns[1].ShouldBe([0, 0, 3]);
    }

    [Fact]
    public void A_factor_with_one_level_has_no_column() =>
        Covariate.Factor("arm", ["a", "a"]).ColumnNames.ShouldBeEmpty();
}
