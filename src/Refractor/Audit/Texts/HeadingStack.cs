namespace Refractor.Audit.Texts;

/// <summary>The headings and leads above the block that is read.</summary>
internal sealed class HeadingStack
{
    /// <summary>Rank of a bold line or plain title; headings with signs rank by their level.</summary>
    public const int Title = 10;

    /// <summary>Rank of the lead of a paragraph or list entry without indentation.</summary>
    public const int Lead = 20;

    /// <summary>Rank of the head of a table.</summary>
    public const int Table = 1000;

    private readonly List<(int Rank, string Words)> _headings = [];

    /// <summary>The words, outermost first.</summary>
    public IReadOnlyList<string> Words => [.. _headings.Select(h => h.Words)];

    /// <summary>Ends every heading of this rank or one below it.</summary>
    public void End(int rank) => _headings.RemoveAll(h => h.Rank >= rank);

    /// <summary>Puts words over what follows, without their number.</summary>
    public void Begin(int rank, string words)
    {
        End(rank);
        var plain = words.TrimStart("0123456789. )".ToCharArray()).Trim(' ', ',', ':', '.', '–', '—', '-');
        if (plain.Length > 0)
            _headings.Add((rank, plain));
    }
}
