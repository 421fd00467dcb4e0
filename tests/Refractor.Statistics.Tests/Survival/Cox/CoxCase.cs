using System.Globalization;
using System.Text.RegularExpressions;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.Cox;

/// <summary>A set of patients and a formula of the reference tables, as our arguments.</summary>
internal sealed partial class CoxCase
{
    private readonly ReferenceRow[] _rows;

    private CoxCase(string set, string formula, CoxOptions options)
    {
        _rows = [.. RowsOf(set)];
        Times = TimesOf(set);
        var (covariates, strata) = (new List<Covariate>(), new List<string>());
        foreach (var term in SplitTerms(formula.Split('~')[^1]))
            if (StrataTerm().Match(term) is { Success: true } match)
                strata.AddRange(match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries));
            else
                covariates.AddRange(Expand(term));
        (Covariates, Options) = (covariates, options);
        if (strata.Count > 0)
            Options = options with { Strata = Numbers(r => string.Join('/', strata.Select(s => r[s]))) };
    }

    public SurvivalTimes Times { get; }

    public IReadOnlyList<Covariate> Covariates { get; }

    public CoxOptions Options { get; }

    /// <summary>The case of a row with set, formula, ties and variant.</summary>
    public static CoxCase Of(ReferenceRow row)
    {
        var ties = Enum.Parse<CoxTies>(row["ties"], ignoreCase: true);
        return Of(row["set"], row["formula"], new CoxOptions { Ties = ties }, row["variant"]);
    }

    public static CoxCase Of(string set, string formula, CoxOptions? options = null, string variant = "")
    {
        var made = new CoxCase(set, formula, options ?? new CoxOptions());
        return variant switch
        {
            "" => made,
            "robust = TRUE" => made.With(o => o with { Robust = true }),
            "cluster(id)" => made.With(o => o with { Clusters = made.Numbers(r => r["id"]) }),
            "weights = w" => made.With(o => o with { Weights = made.Column("w") }),
            _ => throw new ArgumentException($"Unknown variant {variant}.", nameof(variant)),
        };
    }

    public Estimate<CoxModel> Fit() => CoxRegression.Fit(Times, Covariates, Options);

    private CoxCase(CoxCase other, CoxOptions options)
    {
        (_rows, Times, Covariates, Options) = (other._rows, other.Times, other.Covariates, options);
    }

    private CoxCase With(Func<CoxOptions, CoxOptions> change) => new(this, change(Options));

    private static IEnumerable<ReferenceRow> RowsOf(string set) =>
        set.Split(':') switch
        {
            ["edge", var name] => ReferenceTable.Read("survival/edge.tsv").Rows.Where(r => r["case"] == name),
            ["gbsg_first120"] => ReferenceTable.Read("survival/gbsg.tsv").Rows.Take(120),
            _ => ReferenceTable.Read($"survival/{set.Split('_')[0]}.tsv").Rows,
        };

    private SurvivalTimes TimesOf(string set)
    {
        var (time, status) = set switch
        {
            "rotterdam_os" => ("dtime", "death"),
            "rotterdam_rfs" => ("rtime", "recur"),
            "startstop" => ("stop", "event"),
            _ when set.StartsWith("gbsg", StringComparison.Ordinal) => ("rfstime", "status"),
            _ => ("time", "status"),
        };
        return set == "startstop"
            ? SurvivalTimes.Between(Column("start"), Column(time), Column(status))
            : SurvivalTimes.Of(Column(time), Column(status));
    }

    private IEnumerable<Covariate> Expand(string term)
    {
        if (term.Split('*') is [var a, var b] && !term.Contains('('))
        {
            var (first, second) = (Single(a.Trim()), Single(b.Trim()));
            return [first, second, Covariate.Interaction(first, second)];
        }
        return [Single(term)];
    }

    private Covariate Single(string term)
    {
        if (FactorTerm().Match(term) is { Success: true } factor)
            return Covariate.Factor(term, Labels(factor.Groups[1].Value));
        if (LogTerm().Match(term) is { Success: true } log)
            return Covariate.Numeric(term, Array.ConvertAll(Column(log.Groups[1].Value), v => Math.Log(v + 1)));
        if (TwiceTerm().Match(term) is { Success: true } twice)
            return Covariate.Numeric(term, Array.ConvertAll(Column(twice.Groups[1].Value), v => 2 * v));
        return _rows.All(r => double.TryParse(r[term], CultureInfo.InvariantCulture, out _) || r[term] == "NA")
            ? Covariate.Numeric(term, Column(term))
            : Covariate.Factor(term, Labels(term), Labels(term).Contains("<=20") ? "<=20" : null);
    }

    private double[] Column(string name) => Array.ConvertAll(_rows, r => r.Number(name));

    private string?[] Labels(string name) => Array.ConvertAll(_rows, r => r[name] == "NA" ? null : r[name]);

    private int[] Numbers(Func<ReferenceRow, string> label)
    {
        var labels = Array.ConvertAll(_rows, r => label(r));
        var distinct = labels.Distinct().ToList();
        return Array.ConvertAll(labels, distinct.IndexOf);
    }

    private static IEnumerable<string> SplitTerms(string formula)
    {
        var (depth, from) = (0, 0);
        for (var i = 0; i < formula.Length; i++)
        {
            depth +=
                formula[i] == '(' ? 1
                : formula[i] == ')' ? -1
                : 0;
            if (formula[i] == '+' && depth == 0)
            {
                yield return formula[from..i].Trim();
                from = i + 1;
            }
        }
        yield return formula[from..].Trim();
    }

    [GeneratedRegex(@"^strata\((.*)\)$")]
    private static partial Regex StrataTerm();

    [GeneratedRegex(@"^factor\((.*)\)$")]
    private static partial Regex FactorTerm();

    [GeneratedRegex(@"^log\((\w+) \+ 1\)$")]
    private static partial Regex LogTerm();

    [GeneratedRegex(@"^I\(2 \* (\w+)\)$")]
    private static partial Regex TwiceTerm();
}
