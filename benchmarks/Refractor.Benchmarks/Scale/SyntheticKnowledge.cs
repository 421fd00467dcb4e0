using System.Globalization;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Scale;

/// <summary>
/// Makes a pack of any size on the real vocabulary: every item takes each of its fields from a real item chosen at random, with a fixed
/// seed. What comes out is nonsense as medicine and realistic as load.
/// </summary>
public static class SyntheticKnowledge
{
    private const int ItemsPerPaper = 4;

    public static KnowledgePack Make(KnowledgePack real, int items, int seed)
    {
        var random = new Random(seed);
        var papers = new List<Paper>(items / ItemsPerPaper + 1);
        var made = new List<EvidenceItem>(items);
        for (var i = 0; i < items; i++)
        {
            if (i % ItemsPerPaper == 0)
                papers.Add(Copy(real.Papers[random.Next(real.Papers.Count)], papers.Count));
            made.Add(Mix(real, papers[^1], i, random));
        }
        return new KnowledgePack("synthetic", seed.ToString(CultureInfo.InvariantCulture), real.Lexicon, papers, made);
    }

    private static Paper Copy(Paper paper, int number) =>
        new()
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"synthetic{number}"),
            Doi = string.Create(CultureInfo.InvariantCulture, $"10.9999/synthetic.{number}"),
            Title = paper.Title,
            FirstAuthor = paper.FirstAuthor,
            Journal = paper.Journal,
            Year = paper.Year,
            Kind = paper.Kind,
        };

    private static EvidenceItem Mix(KnowledgePack real, Paper paper, int number, Random random)
    {
        EvidenceItem Any() => real.Items[random.Next(real.Items.Count)];
        var feature = Any();
        var therapy = Any();
        var setting = Any();
        var result = Any();
        return new EvidenceItem
        {
            Id = string.Create(
                CultureInfo.InvariantCulture,
                $"synthetic{number / ItemsPerPaper}-{number % ItemsPerPaper + 1}"
            ),
            Paper = paper,
            Feature = feature.Feature,
            FeatureName = feature.FeatureName,
            Level = feature.Level,
            State = feature.State,
            Variant = feature.Variant,
            Relation = therapy.Relation,
            Effect = result.Effect,
            Therapies = therapy.Therapies,
            ResistantTo = therapy.ResistantTo,
            Modality = therapy.Modality,
            Setting = setting.Setting,
            Population = setting.Population,
            Subtype = setting.Subtype,
            Timing = setting.Timing,
            Design = setting.Design,
            N = random.Next(20, 3000),
            PredictiveDesign = setting.PredictiveDesign,
            Validation = result.Validation,
            Endpoint = result.Endpoint,
            Result = result.Result,
            Checked = result.Checked,
            Note = result.Note,
        };
    }
}
