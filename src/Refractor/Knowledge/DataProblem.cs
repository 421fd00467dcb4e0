using System.Globalization;

namespace Refractor.Knowledge;

/// <summary>How much a problem matters.</summary>
public enum Severity
{
    /// <summary>The data are used; a reader should know.</summary>
    Warning,

    /// <summary>The data cannot be used as they are.</summary>
    Error,
}

/// <summary>A problem in a data file, with its place and the rule it breaks.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="File">File name as given by the caller.</param>
/// <param name="Line">Line, counted from 1; null when the whole file is meant.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected, or what to do.</param>
public sealed record DataProblem(Severity Severity, string Rule, string File, int? Line, string Found, string Expected)
{
    /// <summary>One line: <c>file(line): severity: rule: found …; expected …</c>.</summary>
    public override string ToString()
    {
        var place = Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{File}({line})") : File;
        var severity = Severity == Severity.Error ? "error" : "warning";
        return $"{place}: {severity}: {Rule}: found {Found}; expected {Expected}.";
    }
}

/// <summary>A data file of which nothing can be used; <see cref="Problems"/> says why.</summary>
public sealed class DataFileException : Exception
{
    /// <summary>Creates the exception from the problems found.</summary>
    public DataFileException(IReadOnlyList<DataProblem> problems)
        : base(string.Join(Environment.NewLine, problems.Select(p => p.ToString())))
    {
        Problems = problems;
    }

    /// <summary>The problems, at least one.</summary>
    public IReadOnlyList<DataProblem> Problems { get; }
}
