namespace Refractor.Tests.Audit.Texts;

/// <summary>Long repetitions, on which a reader that looks back again and again would not come to an end.</summary>
public class RepetitionTests
{
    private const int Length = 200_000;

    public static TheoryData<string> Pieces =>
        [
            "MYC is high, while PTEN is low, and TP53 is lost.[1] ",
            "a, and b is c ",
            "a; ",
            "while x is y, ",
            "[",
            "(",
            "[a](",
            "**a",
            "¹",
            "10.10",
            "Burger et al. (2003) ",
            "1. ",
            "## A b is ",
            "|a|b|\n",
            "> ",
            "\n### References\n1. a 2003\n",
        ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_long_repetition_is_read_whole(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        Read.Text(text).Original.Length.ShouldBe(text.Length);
    }
}
