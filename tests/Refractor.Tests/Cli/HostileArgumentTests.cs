using Refractor.Cli;

namespace Refractor.Tests.Cli;

public class HostileArgumentTests
{
    private static readonly string Huge = new('a', 100_000);

    [Fact]
    public void A_question_above_4000_characters_is_wrong_usage()
    {
        var ran = Ran.Of("ask", Huge);
        ran.Code.ShouldBe(ExitCode.WrongUsage);
        ran.Error.ShouldBe("refractor: The question is longer than 4,000 characters; ask a shorter one.\n");
        Ran.With(Huge, "ask", "-").Code.ShouldBe(ExitCode.WrongUsage);
    }

    [Theory]
    [InlineData("marker")]
    [InlineData("therapy")]
    [InlineData("verify")]
    [InlineData("knowledge", "show")]
    [InlineData("knowledge", "search")]
    [InlineData("knowledge", "check")]
    public void An_argument_of_100_kB_gives_a_short_message(params string[] command)
    {
        var ran = Ran.Of([.. command, Huge]);
        ran.Code.ShouldBeOneOf(ExitCode.WrongUsage, ExitCode.Unavailable);
        ran.Error.Length.ShouldBeLessThan(500);
        ran.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("marker")]
    [InlineData("therapy")]
    [InlineData("verify")]
    [InlineData("bogus")]
    [InlineData("knowledge", "show")]
    [InlineData("knowledge", "search")]
    public void Control_characters_never_reach_the_terminal(params string[] command)
    {
        var ran = Ran.Of([.. command, "TP53\u001b[31m\u0007\u202e\r\nx"]);
        (ran.Out + ran.Error).ShouldAllBe(c => c == '\n' || !char.IsControl(c));
        (ran.Out + ran.Error).ShouldNotContain('\u202e');
        ran.Code.ShouldNotBe(ExitCode.InternalFault);
    }

    [Fact]
    public void An_at_sign_does_not_read_a_file() => Ran.Of("ask", "@nothing").Error.ShouldNotContain("Response file");

    [Fact]
    public void Random_words_never_end_in_an_internal_fault()
    {
        var random = new Random(7);
        string[] words =
        [
            "--",
            "-",
            "\"",
            "ABCB1",
            "--json",
            "HER2+",
            "€",
            "\0",
            "\ud800",
            "[suggest]",
            "taxane",
            "%",
            "{0}",
            "[diagram]",
        ];
        string[] commands = ["ask", "marker", "therapy", "cross", "rank", "verify", "knowledge"];
        for (var i = 0; i < 200; i++)
        {
            var args = Enumerable
                .Range(0, random.Next(1, 5))
                .Select(_ => words[random.Next(words.Length)])
                .Prepend(commands[i % commands.Length])
                .ToArray();
            Ran.Of(args).Code.ShouldNotBe(ExitCode.InternalFault, string.Join(' ', args));
        }
    }
}
