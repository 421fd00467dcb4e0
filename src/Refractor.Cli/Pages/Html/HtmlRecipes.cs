using System.Text;
using Refractor.Cohorts.Recipes;
using Refractor.Html;

namespace Refractor.Cli.Pages.Html;

/// <summary>Sets how numbers were made: folded, below what they explain.</summary>
internal static class HtmlRecipes
{
    public static string Of(IReadOnlyList<Recipe> recipes)
    {
        var html = new StringBuilder();
        var title = recipes.Count == 1 ? $"Recipe: {recipes[0].Gives}" : "Recipes of these numbers";
        html.Append("<details class=\"recipe\"><summary>").Append(WebPage.Escape(title)).Append("</summary><div>\n");
        foreach (var recipe in recipes)
            html.Append(Of(recipe, recipes.Count > 1));
        return html.Append("</div></details>\n").ToString();
    }

    private static string Of(Recipe recipe, bool titled)
    {
        var html = new StringBuilder();
        if (titled)
            html.Append("<h4>").Append(WebPage.Escape(recipe.Gives)).Append("</h4>\n");
        html.Append("<dl>\n");
        foreach (var (name, value) in recipe.Entries())
            html.Append("<dt>")
                .Append(WebPage.Escape(name))
                .Append("</dt><dd>")
                .Append(WebPage.Escape(value))
                .Append("</dd>\n");
        html.Append("</dl>\n");
        return html.Append("<pre><code>").Append(WebPage.Escape(recipe.R)).Append("</code></pre>\n").ToString();
    }
}
