namespace Refractor.Audit.Reporting;

/// <summary>Paths as URI references.</summary>
internal static class SarifUri
{
    /// <summary>A relative reference for a relative path, a file URI for an absolute one; "stdin" for standard input.</summary>
    public static string Of(string path)
    {
        if (path == "-")
            return "stdin";
        var parts = path.Replace('\\', '/').Split('/');
        var isDrive = parts[0].Length == 2 && parts[0][1] == ':';
        var escaped = parts.Select((p, i) => i == 0 && isDrive ? p : Uri.EscapeDataString(p));
        var uri = string.Join('/', escaped.SkipWhile(p => p == "."));
        return isDrive ? "file:///" + uri
            : path.StartsWith('/') ? "file://" + uri
            : uri;
    }
}
