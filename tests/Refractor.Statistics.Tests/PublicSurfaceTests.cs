namespace Refractor.Statistics.Tests;

public class PublicSurfaceTests
{
    /// <summary>
    /// A change of the public surface is seen in review: the new text lies beside the approved one as <c>.received.txt</c>;
    /// REFRACTOR_APPROVE=1 accepts it.
    /// </summary>
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var path = Path.Combine(
            Repository.Root,
            "tests",
            "Refractor.Statistics.Tests",
            "Approved",
            "public-surface.txt"
        );
        var received = path + ".received.txt";
        var actual = PublicSurface.Of(typeof(FeatureMatrix).Assembly);
        if (Environment.GetEnvironmentVariable("REFRACTOR_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (approved != actual)
            File.WriteAllText(received, actual);
        else
            File.Delete(received);
        approved.ShouldBe(actual, $"Look at {received}; REFRACTOR_APPROVE=1 accepts it.");
    }
}
