using Refractor.Knowledge;
using Refractor.Overviews;

namespace Refractor.Cli;

/// <summary>Where one run reads and writes, and the knowledge it rests on.</summary>
/// <param name="output">Receives results.</param>
/// <param name="error">Receives messages.</param>
/// <param name="input">Standard input.</param>
/// <param name="screen">Width and colour of the output.</param>
/// <param name="isLive">Whether messages go to a terminal, on which a line can be rewritten.</param>
internal sealed class Session(TextWriter output, TextWriter error, TextReader input, Screen screen, bool isLive = false)
{
    private readonly Lazy<KnowledgePack> _pack = new(EmbeddedKnowledge.Open);
    private readonly Lazy<string> _version = new(() => ProductVersion.Text);

    public TextWriter Out => output;

    public TextWriter Error => error;

    public TextReader In => input;

    public Screen Screen => screen;

    public bool IsLive => isLive;

    /// <summary>The embedded knowledge, opened when it is first needed.</summary>
    public KnowledgePack Pack => _pack.Value;

    /// <summary>Version of Refractor.</summary>
    public string Version => _version.Value;

    /// <summary>Looks names up in the embedded knowledge.</summary>
    public NameFinder Names => new(Pack);
}

/// <summary>What the output can show.</summary>
/// <param name="IsColoured">Whether styles are written; false for files, pipes and NO_COLOR.</param>
/// <param name="Width">Columns, at least 60.</param>
internal sealed record Screen(bool IsColoured, int Width)
{
    private const int PlainWidth = 100;
    private const int Widest = 110;
    private const int Narrowest = 60;

    /// <summary>Plain text at 100 columns.</summary>
    public static Screen Plain { get; } = new(false, PlainWidth);

    /// <summary>The screen of this process. Lines longer than 110 columns are hard to read, so a wider window is not filled.</summary>
    public static Screen OfConsole()
    {
        var noColour = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        if (Console.IsOutputRedirected || noColour || Environment.GetEnvironmentVariable("TERM") == "dumb")
            return Plain;
        return new Screen(true, Math.Clamp(WindowWidth(), Narrowest, Widest));
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth - 1;
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}
