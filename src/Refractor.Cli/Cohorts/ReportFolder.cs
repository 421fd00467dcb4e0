using Refractor.Cli.Pages.Html;

namespace Refractor.Cli.Cohorts;

/// <summary>The folder that <c>--out</c> names: a report as web page and as JSON, with the files that belong to it.</summary>
internal static class ReportFolder
{
    /// <summary>Writes the files beside the folder first and moves them in when all are complete; other files in it are left alone.</summary>
    /// <param name="folder">The folder; it is made if there is none.</param>
    /// <param name="name">Name of the report, without ending.</param>
    /// <param name="report">The report.</param>
    /// <param name="files">Files that belong to it, by name.</param>
    /// <param name="cancel">Stops between files and leaves the folder as it was.</param>
    public static void Write(
        string folder,
        string name,
        Report report,
        IReadOnlyList<(string Name, string Text)> files,
        CancellationToken cancel = default
    )
    {
        if (File.Exists(folder))
            throw new IOException($"'{Plain.Echo(folder)}' is a file; give a folder.");
        var partial = $"{Path.TrimEndingDirectorySeparator(folder)}.partial";
        Directory.CreateDirectory(partial);
        try
        {
            (string Name, string Text)[] all =
            [
                .. files,
                ($"{name}.json", report.Json()),
                ($"{name}.html", HtmlPage.Of(report.Page())),
            ];
            foreach (var file in all)
            {
                cancel.ThrowIfCancellationRequested();
                File.WriteAllText(Path.Combine(partial, file.Name), file.Text);
            }
            cancel.ThrowIfCancellationRequested();
            Directory.CreateDirectory(folder);
            foreach (var file in all)
                File.Move(Path.Combine(partial, file.Name), Path.Combine(folder, file.Name), overwrite: true);
        }
        finally
        {
            Directory.Delete(partial, recursive: true);
        }
    }
}
