using System.Runtime.CompilerServices;

namespace Refractor.Tests;

/// <summary>
/// Compares what a user sees with an approved file. A difference writes the new text beside it as <c>.received.txt</c>;
/// with REFRACTOR_APPROVE=1 the new text becomes the approved one.
/// </summary>
internal static class Approved
{
    /// <summary>Checks a text against <c>Approved/name</c>.</summary>
    public static void Check(string text, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Repository.Root, "tests", "Refractor.Tests", "Approved", name);
        var received = path + ".received.txt";
        var actual = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("REFRACTOR_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            File.Delete(received);
            return;
        }
        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(received, actual);
        Assert.Fail(
            $"{name} differs from what was approved in {Path.GetFileName(caller)}:\n{FirstDifference(expected, actual)}\nLook at {received}; REFRACTOR_APPROVE=1 accepts it."
        );
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => At(old, i) != At(now, i));
        return $"line {line + 1}\n  approved: {At(old, line)}\n  received: {At(now, line)}";
    }

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(end)";
}
