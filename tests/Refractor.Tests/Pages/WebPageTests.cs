using System.Text.RegularExpressions;
using Refractor.Cli;
using Refractor.Cli.Pages.Html;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Pages;

/// <summary>Reports as web pages.</summary>
public partial class WebPageTests
{
    [Fact]
    public void A_page_loads_nothing_from_elsewhere()
    {
        var page = Html("test", "er", "--cohort", "rotterdam", "--endpoint", "OS");
        page.ShouldContain("default-src 'none'");
        LoadedTag().Matches(page).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_without_figures_runs_no_script()
    {
        var page = Html("rank", "--therapy", "trastuzumab", "--top", "3");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("script-src");
    }

    [Fact]
    public void Citations_of_a_page_lead_to_its_references()
    {
        var page = Html("ask", "Does TUBB3 predict response to taxanes?");
        var cited = CitedTag().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList();
        cited.Count.ShouldBe(2);
        foreach (var number in cited)
            page.ShouldContain($"<li id=\"source{number}\">");
    }

    [Fact]
    public void Every_figure_has_its_numbers_as_a_table_and_every_number_a_recipe()
    {
        var page = Html("test", "er", "--cohort", "rotterdam", "--endpoint", "OS", "--therapy", "endocrine_therapy");
        var figures = FigureTag().Count(page);
        figures.ShouldBe(2);
        NumbersTag().Count(page).ShouldBe(figures);
        page.ShouldContain("SHA-256");
        page.ShouldContain("coxph(Surv(months, event) ~ x");
    }

    [Fact]
    public void A_text_cannot_break_out_of_the_page()
    {
        var ran = Ran.Of("ask", "Does <script>alert(1)</script> predict response to taxanes?", "--html");
        ran.Out.ShouldNotContain("<script>alert");
    }

    [Fact]
    public void Two_forms_at_once_are_refused()
    {
        var ran = Ran.Of("marker", "TP53", "--html", "--json");
        ran.Code.ShouldBe(ExitCode.WrongUsage);
        ran.Error.ShouldContain("--html");
    }

    [Theory]
    [InlineData("er", "rotterdam", "OS")]
    [InlineData("hormon", "gbsg", "RFS")]
    public void A_browser_draws_every_figure(string feature, string cohort, string endpoint)
    {
        Assert.SkipWhen(Browser.Path is null, "No chromium on the path.");
        Assert.SkipUnless(FigureRuntime.IsBuiltIn, "Built without npm, and so without the program that draws figures.");
        using var folder = new TemporaryFolder();
        var page = Html("test", feature, "--cohort", cohort, "--endpoint", endpoint, "--therapy", "endocrine_therapy");
        var dom = Browser.Open(folder.Write("page.html", page), Path.Combine(folder.Root, "profile"));
        var figures = FigureTag().Count(page);
        figures.ShouldBeGreaterThan(0);
        DrawnTag().Count(dom).ShouldBe(figures);
        CurveTag().Count(dom).ShouldBeGreaterThan(0);
    }

    private static string Html(params string[] args)
    {
        var ran = Ran.Of([.. args, "--html"]);
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        return ran.Out;
    }

    [GeneratedRegex("<(?:script|img|link|iframe)[^>]* (?:src|href)=")]
    private static partial Regex LoadedTag();

    [GeneratedRegex("href=\"#source([0-9]+)\"")]
    private static partial Regex CitedTag();

    [GeneratedRegex("<figure class=\"figure\"")]
    private static partial Regex FigureTag();

    [GeneratedRegex("<details class=\"numbers\">")]
    private static partial Regex NumbersTag();

    [GeneratedRegex("data-state=\"drawn\"")]
    private static partial Regex DrawnTag();

    [GeneratedRegex("class=\"mark-(?:line|rule|symbol)")]
    private static partial Regex CurveTag();
}
