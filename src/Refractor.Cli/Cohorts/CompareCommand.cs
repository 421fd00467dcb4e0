using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts;
using Refractor.Cohorts.Comparing;

namespace Refractor.Cli.Cohorts;

/// <summary>
/// <c>refractor compare --cohort metabric --endpoint RFS --therapy chemotherapy --with radiotherapy</c>: does what goes with resistance
/// to one therapy go with resistance to another?
/// </summary>
internal sealed class CompareCommand : ReportCommand
{
    private readonly Option<string> _cohort = PopulationOptions.Cohort();
    private readonly Option<string> _endpoint = PopulationOptions.Endpoint();
    private readonly Option<string> _therapy = new("--therapy")
    {
        Description = "The first therapy.",
        HelpName = "therapy",
        Required = true,
    };
    private readonly Option<string> _with = new("--with")
    {
        Description = "The therapy to compare it with.",
        HelpName = "therapy",
        Required = true,
    };
    private readonly Option<string?> _withCohort = new("--with-cohort")
    {
        Description = "Cohort of the patients given the second therapy; the same cohort when left out.",
        HelpName = "name",
    };
    private readonly Option<string?> _subtype;
    private readonly Option<string?> _adjust = PopulationOptions.Adjust();
    private readonly Option<string> _layer = PopulationOptions.Layer();
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
        Description = "Folder for features.tsv, overlap.tsv and comparison.json with everything.",
        HelpName = "folder",
    };
    private readonly Option<string?> _cohorts = Shelf.Option();

    public CompareCommand(Session session)
        : base(
            "compare",
            "Compare what goes with resistance to two therapies, over all features of a cohort or two.",
            session,
            "refractor compare --cohort metabric --endpoint RFS --therapy chemotherapy --with radiotherapy",
            "refractor compare --cohort mine --endpoint pCR --therapy taxanes --with anthracyclines --with-cohort other"
        )
    {
        _subtype = Named.Subtype(session);
        Add(_cohort);
        Add(_endpoint);
        Add(_therapy);
        Add(_with);
        Add(_withCohort);
        Add(_subtype);
        Add(_adjust);
        Add(_layer);
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
        var first = Shelf.Open(shelf, name);
        var second = parse.GetValue(_withCohort) is { } other && other != name ? Shelf.Open(shelf, other) : first;
        using var interrupt = new Interrupt();
        var comparison = TherapyComparer.Run(
            first,
            second,
            Request(parse, first, second),
            new Steps(Session.Error),
            interrupt.Token
        );
        var top = parse.GetValue(_top);
        if (parse.GetValue(_out) is { } folder)
            Write(comparison, folder, top);
        return new Report(() => ComparisonPage.Of(comparison, top), () => ComparisonJson.Of(comparison, top));
    }

    private ComparisonRequest Request(ParseResult parse, Cohort first, Cohort second) =>
        new(
            parse.GetRequiredValue(_endpoint),
            Treatments.NameIn(first, parse.GetRequiredValue(_therapy), Session),
            Treatments.NameIn(second, parse.GetRequiredValue(_with), Session)
        )
        {
            Subtype = Named.Filter(Session.Names, parse.GetValue(_subtype)).Subtype?.Name,
            Layer = parse.GetRequiredValue(_layer),
            Adjust = PopulationOptions.Variables(parse.GetValue(_adjust)),
            Permutations = parse.GetValue(_permutations),
            Seed = parse.GetValue(_seed),
        };

    private static void Write(TherapyComparison comparison, string folder, int top)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "features.tsv"), ComparisonTables.Features(comparison));
        File.WriteAllText(Path.Combine(folder, "overlap.tsv"), ComparisonTables.Map(comparison));
        File.WriteAllText(Path.Combine(folder, "comparison.json"), ComparisonJson.Of(comparison, top));
    }

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
