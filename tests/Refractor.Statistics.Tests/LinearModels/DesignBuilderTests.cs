using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Tests.LinearModels;

public class DesignBuilderTests
{
    // R: colnames(model.matrix(~ g * x)), with g <- factor(c("A","B","C","A")), x <- 1:4; [2, ] is 1 1 0 2 2 0
    [Fact]
    public void Columns_are_named_and_filled_as_in_R()
    {
        var design = DesignMatrix
            .For(4)
            .Intercept()
            .Factor("g", ["A", "B", "C", "A"])
            .Numeric("x", [1, 2, 3, 4])
            .Interaction("g", "x")
            .ToDesign();
        design.Names.ShouldBe(["(Intercept)", "gB", "gC", "x", "gB:x", "gC:x"]);
        Enumerable.Range(0, 6).Select(j => design[1, j]).ShouldBe([1, 1, 0, 2, 2, 0]);
    }

    [Fact]
    public void The_reference_level_can_be_chosen()
    {
        var design = DesignMatrix.For(3).Intercept().Factor("g", ["A", "B", "C"], "B").ToDesign();
        design.Names.ShouldBe(["(Intercept)", "gA", "gC"]);
    }

    [Fact]
    public void Group_means_have_a_column_for_each_level()
    {
        var design = DesignMatrix.For(3).GroupMeans("g", ["B", "A", null]).ToDesign();
        design.Names.ShouldBe(["gA", "gB"]);
        design[0, 1].ShouldBe(1);
        design[2, 0].ShouldBe(double.NaN);
    }

    [Fact]
    public void A_contrast_weighs_coefficients_by_name()
    {
        var design = DesignMatrix.For(3).GroupMeans("g", ["A", "B", "C"]).ToDesign();
        design.Contrast("C - (A + B) / 2", ("gC", 1), ("gA", -0.5), ("gB", -0.5)).Weights.ShouldBe([-0.5, -0.5, 1]);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var builder = DesignMatrix.For(2).Intercept();
        Should.Throw<ArgumentException>(() => builder.Numeric("x", [1.0])).Message.ShouldContain("2 samples");
        Should.Throw<ArgumentException>(() => builder.Intercept()).Message.ShouldContain("already");
        Should.Throw<ArgumentException>(() => builder.Interaction("x", "y")).Message.ShouldContain("'x'");
        Should.Throw<InvalidOperationException>(() => DesignMatrix.For(2).ToDesign());
    }
}
