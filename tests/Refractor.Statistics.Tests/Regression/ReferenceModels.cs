using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Regression;

/// <summary>The models of Reference/logistic, read from R's formulas.</summary>
internal static class ReferenceModels
{
    private static readonly ReferenceTable Data = ReferenceTable.Read("logistic/data.tsv");

    /// <summary>The design and the outcome of a formula such as <c>pcr ~ age + factor(grade)</c>.</summary>
    public static (DesignMatrix Design, double[] Outcome) Read(string formula)
    {
        var sides = formula.Split(" ~ ");
        var builder = DesignMatrix.For(Data.Count).Intercept();
        foreach (var term in sides[1].Split(" + ").Where(t => t != "1"))
            Add(builder, term);
        return (builder.ToDesign(), Data.Numbers(sides[0]));
    }

    private static void Add(DesignBuilder builder, string term)
    {
        if (term.Split(" * ") is [var first, var second])
        {
            Add(builder, first);
            Add(builder, second);
            builder.Interaction(first, second);
        }
        else if (term.StartsWith("factor(", StringComparison.Ordinal))
            builder.Factor(term, [.. Data.Texts(term[7..^1]).Select(t => t == "NA" ? null : t)]);
        else if (term.StartsWith("I(2*", StringComparison.Ordinal))
            builder.Numeric("I(2 * " + term[4..], [.. Data.Numbers(term[4..^1]).Select(v => 2 * v)]);
        else
            builder.Numeric(term, Data.Numbers(term));
    }
}
