using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>The evidence items as a table separated by tabs: a header, then one row per item.</summary>
/// <remarks>
/// An unknown value is an empty cell. No cell is quoted: tabs and line ends inside a value become spaces, quotation
/// marks stay as they are.
/// </remarks>
internal static class ItemTable
{
    private static readonly (string Name, Func<EvidenceItem, string?> Value)[] Columns =
    [
        ("id", i => i.Id),
        ("feature", i => i.Feature.Name),
        ("feature_as_named", i => i.FeatureName),
        ("feature_type", i => Terms.FeatureTypes.NameOf(i.Feature.Type)),
        ("level", i => Terms.Levels.NameOf(i.Level)),
        ("state", i => Terms.States.NameOf(i.State)),
        ("variant", i => i.Variant),
        ("relation", i => Terms.Relations.NameOf(i.Relation)),
        ("effect", i => Terms.Effects.NameOf(i.Effect)),
        ("therapy", i => string.Join('+', i.Therapies.Select(t => t.Name))),
        ("resistant_to", i => string.Join('+', i.ResistantTo.Select(t => t.Name))),
        ("modality", i => i.Modality),
        ("setting", i => Terms.Settings.NameOf(i.Setting)),
        ("population", i => i.Population),
        ("subtype", i => i.Subtype?.Name),
        ("timing", i => FieldText.Recorded(i.Timing)),
        ("design", i => Terms.Designs.NameOf(i.Design)),
        ("n", i => FieldText.Of(i.N)),
        ("n_events", i => FieldText.Of(i.Events)),
        ("predictive_design", i => Terms.PredictiveDesigns.NameOf(i.PredictiveDesign)),
        ("validation", i => FieldText.Recorded(i.Validation)),
        ("endpoint", i => i.Endpoint),
        ("metric", i => Terms.Metrics.NameOf(i.Result.Metric)),
        ("estimate", i => FieldText.Of(i.Result.Estimate)),
        ("ci_low", i => FieldText.Of(i.Result.Interval?.Low)),
        ("ci_high", i => FieldText.Of(i.Result.Interval?.High)),
        // An interval of another level must not be read as one of 95 %.
        ("ci_level", i => FieldText.Of(i.Result.Interval?.Percent)),
        ("p", i => FieldText.Of(i.Result.P)),
        ("q", i => FieldText.Of(i.Result.Q)),
        ("printed", i => i.Result.Printed),
        ("checked", i => Terms.CheckedStates.NameOf(i.Checked)),
        ("grade", i => Grading.Letter(Grading.Of(i))),
        ("doi", i => i.Paper.Doi),
        ("pmid", i => i.Paper.Pmid),
        ("pmcid", i => i.Paper.Pmcid),
        ("first_author", i => i.Paper.FirstAuthor),
        ("year", i => FieldText.Of(i.Paper.Year)),
        ("journal", i => i.Paper.Journal),
        ("title", i => i.Paper.Title),
        ("note", i => i.Note),
    ];

    public static void Write(IReadOnlyList<EvidenceItem> items, TextWriter target)
    {
        target.Write(string.Join('\t', Columns.Select(c => c.Name)));
        target.Write('\n');
        foreach (var item in items)
        {
            for (var c = 0; c < Columns.Length; c++)
            {
                if (c > 0)
                    target.Write('\t');
                if (Columns[c].Value(item) is { } value)
                    target.Write(FieldText.OneLine(value));
            }
            target.Write('\n');
        }
    }
}
