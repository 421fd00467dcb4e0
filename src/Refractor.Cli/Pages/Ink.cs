using Spectre.Console;

namespace Refractor.Cli.Pages;

/// <summary>Writes spans of text: plainly, or in the colours of a terminal.</summary>
internal interface IInk
{
    /// <summary>Writes a text without a line end.</summary>
    public void Write(string text, Tone tone);
}

/// <summary>Text as it is, for files and pipes.</summary>
internal sealed class PlainInk(TextWriter target) : IInk
{
    public void Write(string text, Tone tone) => target.Write(text);
}

/// <summary>Text in the few colours that are readable on light and dark grounds.</summary>
internal sealed class ColourInk : IInk
{
    private readonly IAnsiConsole _console;

    public ColourInk(TextWriter target)
    {
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Out = new AnsiConsoleOutput(target),
                Interactive = InteractionSupport.No,
            }
        );
        // Lines are broken before they come here.
        _console.Profile.Width = 10_000;
    }

    public void Write(string text, Tone tone)
    {
        if (text.Length > 0)
            _console.Write(new Text(text, StyleOf(tone)));
    }

    private static Style StyleOf(Tone tone) =>
        tone switch
        {
            Tone.Strong => new Style(decoration: Decoration.Bold),
            Tone.Quiet => new Style(Color.Grey),
            Tone.Notice => new Style(Color.Olive),
            Tone.Good => new Style(Color.Teal),
            Tone.Bad => new Style(Color.Maroon),
            _ => Style.Plain,
        };
}
