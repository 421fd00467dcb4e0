using System.CommandLine;
using Refractor.Cohorts;
using Refractor.Cohorts.Pairing;
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

    /// <summary>An endpoint that a command does not need in all its forms; the command says which form needs it.</summary>
    public static Option<string?> OptionalEndpoint() =>
        new("--endpoint")
        {
            Description = "Endpoint, such as pCR, OS or RFS; not needed with --paired.",
            HelpName = "endpoint",
        };

    public static Option<bool> Paired() =>
        new("--paired") { Description = "Compare a later sample with that at baseline, within patients." };

    public static Option<string?> Later()
    {
        var option = new Option<string?>("--later")
        {
            Description = "Time of the later sample, with --paired; needed where a cohort has several.",
            HelpName = "time",
        };
        option.AcceptOnlyFromAmong([
            .. TimePoints.Names.Names.Where(n => TimePoints.Names.TryParse(n, out var t) && TimePoints.IsLater(t)),
        ]);
        return option;
    }

    public static Option<string?> Sets() =>
        new("--sets")
        {
            Description = "GMT file of gene sets; the groups of the vocabulary when left out.",
            HelpName = "file",
        };

    /// <summary>Whose samples are paired, in the words of the cohort.</summary>
    public static PairRequest Pairs(Cohort cohort, string? therapy, string? subtype, string? later, Session session) =>
        new()
        {
            Treated = therapy is null ? null : Treatments.NameIn(cohort, therapy, session),
            Subtype = Named.Filter(session.Names, subtype).Subtype?.Name,
            Later = later is not null && TimePoints.Names.TryParse(later, out var time) ? time : null,
        };

    public static Option<string?> Therapy() =>
        new("--therapy", "--treated") { Description = "Patients given this therapy only.", HelpName = "therapy" };

    public static Option<string?> Adjust() =>
        new("--adjust")
        {
            Description = "Clinical variables to adjust for, separated by commas.",
            HelpName = "variables",
        };

    public static Option<string?> Layer() =>
        new("--layer")
        {
            Description =
                "What was measured; the first layer when left out. 'clinical' stands for the clinical variables.",
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
