namespace Refractor.Tests.Architecture;

/// <summary>Files stay small: at 500 lines one asks what the second concept is.</summary>
public class FileSizeTests(ITestOutputHelper output)
{
    private static readonly int[] Lines = [.. SourceFile.All.Select(f => f.Lines).Order()];

    [Fact]
    public void No_file_has_more_than_450_lines() =>
        SourceFile.All.Where(f => f.Lines > 450).Select(f => $"{f}: {f.Lines}").ShouldBeEmpty();

    [Fact]
    public void Half_of_the_files_have_fewer_than_100_lines_and_nine_in_ten_fewer_than_300()
    {
        output.WriteLine(
            $"{Lines.Length} files, median {Lines[Lines.Length / 2]}, nine in ten up to {Lines[Lines.Length * 9 / 10]}, longest {Lines[^1]}"
        );
        Lines[Lines.Length / 2].ShouldBeLessThan(100);
        Lines[Lines.Length * 9 / 10].ShouldBeLessThan(300);
    }
}
