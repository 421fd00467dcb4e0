using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts;
using Refractor.Cohorts.Comparing;
using Refractor.Cohorts.Pairing;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Storing;

namespace Refractor.Cli.Cohorts;

/// <summary>
/// <c>refractor compare --cohort metabric --endpoint RFS --therapy chemotherapy --with radiotherapy</c>: does what goes with resistance
/// to one therapy go with resistance to another? <c>refractor compare --cohort mine --paired</c>: what changes within patients?
/// </summary>
internal sealed class CompareCommand : ReportCommand
{
    private readonly Option<string> _cohort = PopulationOptions.Cohort();
    private readonly Option<bool> _paired = PopulationOptions.Paired();
    private readonly Option<string?> _later = PopulationOptions.Later();
    private readonly Option<string?> _endpoint = PopulationOptions.OptionalEndpoint();
    private readonly Option<string?> _therapy = new("--therapy")
    {
        Description = "The first therapy; with --paired, patients given this therapy only.",
        HelpName = "therapy",
    };
    private readonly Option<string?> _with = new("--with")
    {
        Description = "The therapy to compare it with.",
        HelpName = "therapy",
    };
    private readonly Option<string?> _withCohort = new("--with-cohort")
    {
        Description = "Cohort of the patients given the second therapy; the same cohort when left out.",
        HelpName = "name",
    };
    private readonly Option<string?> _subtype;
    private readonly Option<string?> _adjust = PopulationOptions.Adjust();
    private readonly Option<string?> _layer = PopulationOptions.Layer();
    private readonly Option<string?> _sets = PopulationOptions.Sets();
    private readonly Option<int> _permutations = AtLeast(
        "--permutations",
        1,
        "How often outcomes are permuted among patients.",
        ComparisonRequest.UsualPermutations
    );
    private readonly Option<int> _seed = AtLeast("--seed", 0, "Seed of the permutations.", 1);
    private readonly Option<int> _top = Named.Top(10);
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for the report as web page and JSON, and its tables.",
        HelpName = "folder",
    };
    private readonly Option<string?> _cohorts = Shelf.Option();

    public CompareCommand(Session session)
        : base(
            "compare",
            "Compare what goes with resistance to two therapies, or samples before and after, over all features.",
            session,
            "refractor compare --cohort metabric --endpoint RFS --therapy chemotherapy --with radiotherapy",
            "refractor compare --cohort mine --endpoint pCR --therapy taxanes --with anthracyclines --with-cohort other",
            "refractor compare --cohort mine --paired --endpoint pCR --later on_treatment"
        )
    {
        _subtype = Named.Subtype(session);
        Add(_cohort);
        Add(_paired);
        Add(_later);
        Add(_endpoint);
        Add(_therapy);
        Add(_with);
        Add(_withCohort);
        Add(_subtype);
        Add(_adjust);
        Add(_layer);
        Add(_sets);
        Add(_permutations);
        Add(_seed);
        Add(_top);
        Add(_out);
        Add(_cohorts);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var shelf = Shelf.Of(parse, _cohorts);
        var name = parse.GetRequiredValue(_cohort);
        if (parse.GetValue(_paired))
            return OfPairs(parse, shelf, name);
        Need(parse, (_endpoint, "--endpoint"), (_therapy, "--therapy"), (_with, "--with"));
        if (parse.GetValue(_later) is not null)
            throw new WrongUsageException("--later belongs to --paired.");
        var first = Shelf.Open(shelf, name);
        var second = parse.GetValue(_withCohort) is { } other && other != name ? Shelf.Open(shelf, other) : first;
        using var interrupt = new Interrupt();
        using var steps = new Steps(Session);
        var comparison = TherapyComparer.Run(first, second, Request(parse, first, second), steps, interrupt.Token);
        var top = parse.GetValue(_top);
        var report = new Report(() => ComparisonPage.Of(comparison, top), () => ComparisonJson.Of(comparison, top));
        return Written(parse, report, () => ComparisonTables.Of(comparison));
    }

    private Report OfPairs(ParseResult parse, CohortShelf shelf, string name)
    {
        foreach (var (option, text) in new[] { (_with, "--with"), (_withCohort, "--with-cohort") })
            if (parse.GetValue(option) is not null)
                throw new WrongUsageException(
                    $"{text} compares therapies, and --paired samples of the same patients; give one of both."
                );
        var cohort = Shelf.Open(shelf, name);
        var pairs = PopulationOptions.Pairs(
            cohort,
            parse.GetValue(_therapy),
            parse.GetValue(_subtype),
            parse.GetValue(_later),
            Session
        );
        var request = new ChangeRequest(pairs)
        {
            Endpoint = parse.GetValue(_endpoint),
            Layer = parse.GetValue(_layer) ?? cohort.DefaultLayer,
            Adjust = PopulationOptions.Variables(parse.GetValue(_adjust)),
            Sets = Sets(parse),
            Permutations = parse.GetValue(_permutations),
            Seed = parse.GetValue(_seed),
        };
        using var interrupt = new Interrupt();
        using var steps = new Steps(Session);
        var comparison = ChangeComparer.Run(cohort, request, steps, interrupt.Token);
        var top = parse.GetValue(_top);
        var report = new Report(() => ChangePage.Of(comparison, top), () => ChangeJson.Of(comparison));
        return Written(parse, report, () => ChangeTables.Of(comparison));
    }

    private Report Written(ParseResult parse, Report report, Func<IReadOnlyList<(string Name, string Text)>> files)
    {
        if (parse.GetValue(_out) is { } folder)
            ReportFolder.Write(folder, "comparison", report, files());
        return report;
    }

    private static void Need(ParseResult parse, params IReadOnlyList<(Option<string?> Option, string Name)> options)
    {
        var missing = options.Where(o => parse.GetValue(o.Option) is null).Select(o => o.Name).ToList();
        if (missing.Count > 0)
            throw new WrongUsageException(
                $"Two therapies are compared by {string.Join(", ", options.Select(o => o.Name))}; {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing. For samples before and after, give --paired."
            );
    }

    private IReadOnlyList<GeneSet> Sets(ParseResult parse) =>
        parse.GetValue(_sets) is { } file ? GeneSet.Read(file) : GeneSet.Of(Session.Pack.Lexicon);

    private ComparisonRequest Request(ParseResult parse, Cohort first, Cohort second) =>
        new(
            parse.GetValue(_endpoint)!,
            Treatments.NameIn(first, parse.GetValue(_therapy)!, Session),
            Treatments.NameIn(second, parse.GetValue(_with)!, Session)
        )
        {
            Subtype = Named.Filter(Session.Names, parse.GetValue(_subtype)).Subtype?.Name,
            Layer = parse.GetValue(_layer) ?? first.DefaultLayer,
            Adjust = PopulationOptions.Variables(parse.GetValue(_adjust)),
            Sets = Sets(parse),
            Permutations = parse.GetValue(_permutations),
            Seed = parse.GetValue(_seed),
        };

    private static Option<int> AtLeast(string name, int least, string description, int usual)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "n",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && int.TryParse(r.Tokens[0].Value, out var value) && value < least)
                r.AddError($"{name} must be at least {least}.");
        });
        return option;
    }
}
