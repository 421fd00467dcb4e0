using System.Text.RegularExpressions;
using Refractor.Audit;
using Refractor.Audit.Reporting.Html;

namespace Refractor.Tests.Audit.Reporting;

public partial class AuditHtmlTests
{
    private static readonly string Html = AuditHtml.Of(SampleAudit.Report, "1.2.3");

    private static string Body => Html[Html.IndexOf("<body>", StringComparison.Ordinal)..];

    [Fact]
    public void Nothing_of_the_text_becomes_markup()
    {
        Html.ShouldNotContain("<script");
        Html.ShouldContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#x27;quoted&#x27;");
        AuditHtml.Of(SampleAudit.Of(new SampleText("\"><img src=x>.md", "x").File), "1.2.3").ShouldNotContain("<img");
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        Loading().Matches(Html).ShouldBeEmpty();
        Html.ShouldContain("default-src 'none'; style-src 'unsafe-inline'");
    }

    [Fact]
    public void Every_element_is_closed_in_order()
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Body))
        {
            var name = tag.Groups[2].Value;
            if (name is "input" or "br")
                continue;
            if (tag.Groups[1].Length == 0)
                open.Push(name);
            else if (name is not ("body" or "html"))
                open.Pop().ShouldBe(name, Body[..tag.Index][^Math.Min(200, tag.Index)..]);
        }
        open.ShouldBe(["body"]);
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere_and_names_are_unique()
    {
        var ids = Id().Matches(Html).Select(m => m.Groups[1].Value).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
        foreach (Match link in Anchor().Matches(Html))
            ids.ShouldContain(link.Groups[1].Value);
    }

    [Fact]
    public void A_statement_shows_its_verdict_by_colour_sign_and_words()
    {
        Html.ShouldContain("class=\"v-contradicted\"><span class=\"words\">CD4-positive lymphocytes");
        Html.ShouldContain("aria-label=\"contradicted, note 2\"");
        Html.ShouldContain("<span class=\"label\">Contradicted</span>");
    }

    [Fact]
    public void A_note_names_reason_evidence_figures_and_paper()
    {
        Html.ShouldContain("<p class=\"reason\">The cited paper found no association for CD4 lymphocytes.</p>");
        Html.ShouldContain("href=\"https://doi.org/10.18632/oncotarget.9988\"");
        Html.ShouldContain("<span class=\"figures\">Meta-analysis, treated patients only: pCR OR 2.81, p &lt; 0.001");
    }

    [Fact]
    public void Markdown_becomes_headings_entries_emphasis_and_links()
    {
        Html.ShouldContain("<h3 class=\"prose\">Resistance to <strong>neoadjuvant</strong> chemotherapy</h3>");
        Html.ShouldContain("<span class=\"marker\">•</span>");
        Html.ShouldContain("High <em>ABCB1</em> mRNA");
        Html.ShouldContain("<a class=\"cite\" href=\"#r1-1\"> [1]</a>");
    }

    [Fact]
    public void Several_findings_on_one_sentence_share_a_mark_and_a_note()
    {
        var file = new SampleText("a.md", "Both fell.")
            .Statement("Both fell.", AuditVerdict.Supported)
            .Statement("Both fell.", AuditVerdict.Contradicted)
            .File;
        var html = AuditHtml.Of(SampleAudit.Of(file), "1.2.3");
        Regex.Count(html, "<mark ").ShouldBe(1);
        html.ShouldContain("<mark id=\"s1\" class=\"v-contradicted\">");
        Regex.Count(html, "<details id=").ShouldBe(1);
    }

    [Fact]
    public void Words_outside_of_statements_and_references_are_not_lost()
    {
        var file = new SampleText("a.md", "Words in between.\n\nA statement.")
            .Statement("A statement.", AuditVerdict.Supported)
            .File;
        AuditHtml.Of(SampleAudit.Of(file), "1.2.3").ShouldContain("<p class=\"unread\">Words in between.</p>");
    }

    [Fact]
    public void A_text_without_statements_gives_a_page() =>
        AuditHtml
            .Of(SampleAudit.Of(new SampleText("a.md", "x").File), "1.2.3")
            .ShouldContain("No statement was found.");

    [Fact]
    public void The_page_reads_as_approved() =>
        Approved.Check(Stable.Of(Body[Body.IndexOf("<main", StringComparison.Ordinal)..]), "Audit/sample.html");

    [GeneratedRegex(@"\ssrc=|url\(|@import|<link|<iframe|<object|<form|\son\w+=")]
    private static partial Regex Loading();

    [GeneratedRegex(@"<(/?)([a-z][a-z0-9]*)\b[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\sid=""([^""]+)""")]
    private static partial Regex Id();

    [GeneratedRegex(@"href=""#([^""]+)""")]
    private static partial Regex Anchor();
}
