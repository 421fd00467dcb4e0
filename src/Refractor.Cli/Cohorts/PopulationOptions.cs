using System.CommandLine;
using Refractor.Cohorts;
using Refractor.Cohorts.Selecting;

namespace Refractor.Cli.Cohorts;

/// <summary>The options by which every analysis says whom it looks at, and how they are read.</summary>
internal static class PopulationOptions
{
    public static Option<string> Cohort() =>
        new("--cohort")
        {
            Description = "Name of a cohort.",
            HelpName = "name",
            Required = true,
        };

    public static Option<string> Endpoint() =>
        new("--endpoint")
        {
            Description = "Endpoint, such as pCR, OS or RFS.",
            HelpName = "endpoint",
            Required = true,
        };

    public static Option<string?> Therapy() =>
        new("--therapy") { Description = "Patients given this therapy only.", HelpName = "therapy" };

    public static Option<string?> Adjust() =>
        new("--adjust")
        {
            Description = "Clinical variables to adjust for, separated by commas.",
            HelpName = "variables",
        };

    public static Option<string> Layer() =>
        new("--layer")
        {
            Description = "What was measured.",
            DefaultValueFactory = _ => "expression",
            HelpName = "layer",
        };

    /// <summary>The variables of <see cref="Adjust"/>; none when it is left out.</summary>
    public static IReadOnlyList<string> Variables(string? adjust) =>
        adjust?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The population that the options name, in the words of the cohort.</summary>
    public static PopulationRequest Read(
        Cohort cohort,
        string endpoint,
        string? therapy,
        string? subtype,
        Session session
    ) =>
        new()
        {
            Endpoint = endpoint,
            Treated = therapy is null ? null : Treatments.NameIn(cohort, therapy, session),
            Subtype = Named.Filter(session.Names, subtype).Subtype?.Name,
        };
}
