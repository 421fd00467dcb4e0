using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Refractor.Html;

/// <summary>The frame of every web page that is written as one file: nothing is loaded from elsewhere.</summary>
public static class WebPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Lazy<string> Style = new(() => Resource(typeof(WebPage), "page.css"));

    /// <summary>The page up to the link that leads past its head, with the look that all pages share.</summary>
    /// <param name="title">Title of the page.</param>
    /// <param name="style">Style of its own, after the common one.</param>
    /// <param name="skip">Words of the link to the element <c>content</c>.</param>
    /// <param name="runsScripts">Whether the page holds scripts of its own; otherwise none may run.</param>
    public static string Head(string title, string style, string skip, bool runsScripts = false) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'{(
                runsScripts ? "; script-src 'unsafe-inline' 'unsafe-eval'; img-src data: blob:" : ""
            )}">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <title>{Escape(title)}</title>
            <style>
            {Style.Value}{style}</style>
            </head>
            <body>
            <a class="skip" href="#content">{Escape(skip)}</a>

            """.ReplaceLineEndings(
            "\n"
        );

    /// <summary>A text with every character that could be read as markup escaped, and without marks that turn the direction of writing.</summary>
    public static string Escape(string text) =>
        Encoder.Encode(text.Any(TurnsDirection) ? string.Concat(text.Where(c => !TurnsDirection(c))) : text);

    /// <summary>An embedded text.</summary>
    /// <param name="owner">A type of the assembly that holds it.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static string Resource(Type owner, string name)
    {
        using var stream =
            owner.Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static bool TurnsDirection(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
