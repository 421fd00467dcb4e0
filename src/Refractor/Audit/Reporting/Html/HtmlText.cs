using Refractor.Answers.Writing;
using Refractor.Html;
using Refractor.Knowledge;

namespace Refractor.Audit.Reporting.Html;

/// <summary>Foreign text as part of a web page.</summary>
internal static class HtmlText
{
    /// <summary>"Burger 2003" as a link to the paper where it has an address, with its title in full.</summary>
    public static string Link(Paper paper)
    {
        var name = WebPage.Escape(PaperText.Short(paper));
        var title = WebPage.Escape(PaperText.Of(paper));
        return PaperText.Address(paper) is { } address
            ? $"<a href=\"{WebPage.Escape(address)}\" title=\"{title}\" rel=\"noreferrer\">{name}</a>"
            : $"<span title=\"{title}\">{name}</span>";
    }

    /// <summary>"doi:10.… PMID 123" after the name of a paper; empty when it has no identifier.</summary>
    public static string Identifiers(Paper paper)
    {
        var identifiers = PaperText.Identifiers(paper);
        var retracted = paper.Retracted ? " <strong class=\"retracted\">retracted</strong>" : "";
        return (identifiers.Length > 0 ? $" <span class=\"doi\">{WebPage.Escape(identifiers)}</span>" : "") + retracted;
    }

    /// <summary>Class of everything that shows a verdict.</summary>
    public static string ClassOf(AuditVerdict verdict) => "v-" + AuditVerdicts.NameOf(verdict);

    /// <summary>The name of a verdict as a title: "Wrong citation".</summary>
    public static string Label(AuditVerdict verdict) => Prose.Capitalised(VerdictText.Label(verdict));

    /// <summary>The sign of a verdict, for eyes only: its label stands beside it.</summary>
    public static string Sign(AuditVerdict verdict) =>
        $"<span class=\"sign\" aria-hidden=\"true\">{VerdictText.Sign(verdict)}</span>";
}
