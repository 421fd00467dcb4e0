using Refractor.Vocabulary;

namespace Refractor.Knowledge.Packing;

/// <summary>Writes a knowledge pack as one binary artefact.</summary>
public static class PackWriter
{
    /// <summary>Writes the pack; the same pack gives the same bytes.</summary>
    public static void Write(KnowledgePack pack, Stream target)
    {
        var sink = new ByteSink();
        sink.Text(pack.Version);
        sink.Text(pack.Digest);
        WriteLexicon(sink, pack.Lexicon.Entries);
        sink.Each(pack.Papers, p => WritePaper(sink, p));
        sink.Each(pack.Items, i => WriteItem(sink, i));
        sink.CopyTo(target);
    }

    private static void WriteLexicon(ByteSink sink, LexiconEntries entries)
    {
        sink.Each(
            entries.Features,
            f =>
            {
                sink.Text(f.Name);
                sink.Unsigned((int)f.Type);
                sink.Text(f.CommonName);
                sink.Texts(f.Aliases);
                sink.Texts(f.Genes);
                sink.Texts(f.Related);
                sink.Unsigned(f.ProteinMarksMutation ? 1 : 0);
                sink.Each(
                    f.Ambiguous,
                    a =>
                    {
                        sink.Text(a.Alias);
                        sink.Texts(a.Also);
                        sink.Text(a.Note);
                    }
                );
            }
        );
        sink.Each(
            entries.Groups,
            g =>
            {
                sink.Text(g.Name);
                sink.Texts(g.Aliases);
                sink.Texts(g.Members);
                sink.Texts(g.Features);
            }
        );
        sink.Each(
            entries.Therapies,
            t =>
            {
                sink.Text(t.Name);
                sink.Text(t.Label);
                sink.Unsigned((int)t.Kind);
                sink.Texts(t.Classes);
                sink.Text(t.Modality);
                sink.Texts(t.Aliases);
                sink.Texts(t.ResistanceWords);
                sink.Texts(t.SensitivityWords);
                sink.Unsigned(t.Leads ? 1 : 0);
            }
        );
        sink.Each(
            entries.Regimens,
            r =>
            {
                sink.Text(r.Name);
                sink.Texts(r.Agents);
                sink.Texts(r.Aliases);
            }
        );
        sink.Each(
            entries.Subtypes,
            s =>
            {
                sink.Text(s.Name);
                sink.Text(s.Label);
                sink.Texts(s.Within);
                sink.Texts(s.Aliases);
            }
        );
        foreach (var terms in new[] { entries.Settings, entries.Endpoints, entries.Levels, entries.FeatureTypes })
        {
            sink.Each(
                terms,
                t =>
                {
                    sink.Text(t.Name);
                    sink.Text(t.Label);
                    sink.Texts(t.Aliases);
                    sink.Text(t.Setting);
                }
            );
        }
        sink.Each(
            entries.OtherDiseases,
            d =>
            {
                sink.Text(d.Name);
                sink.Texts(d.Aliases);
            }
        );
    }

    private static void WritePaper(ByteSink sink, Paper paper)
    {
        sink.Text(paper.Key);
        sink.Text(paper.Doi);
        sink.Text(paper.Pmid);
        sink.Text(paper.Pmcid);
        sink.Text(paper.Title);
        sink.Text(paper.FirstAuthor);
        sink.Text(paper.Journal);
        sink.Text(paper.Volume);
        sink.Text(paper.Pages);
        sink.Optional(paper.Year);
        sink.Unsigned((int)paper.Kind);
        sink.Texts(paper.TrialIds);
        sink.Unsigned(paper.Retracted ? 1 : 0);
    }

    private static void WriteItem(ByteSink sink, EvidenceItem item)
    {
        sink.Text(item.Id);
        sink.Unsigned(item.Paper.Index);
        sink.Unsigned(item.Feature.Index);
        sink.Text(item.FeatureName);
        sink.Texts(item.Members);
        sink.Unsigned((int)item.Level);
        sink.Unsigned((int)item.State);
        sink.Text(item.Variant);
        sink.Text(item.Cutoff);
        sink.Unsigned((int)item.Relation);
        sink.Unsigned((int)item.Effect);
        sink.Each(item.Therapies, t => sink.Unsigned(t.Index));
        sink.Each(item.ResistantTo, t => sink.Unsigned(t.Index));
        sink.Text(item.Modality);
        sink.Unsigned((int)item.Setting);
        sink.Text(item.Population);
        sink.Optional(item.Subtype?.Index);
        sink.Unsigned((int)item.Timing);
        sink.Unsigned((int)item.Design);
        sink.Optional(item.N);
        sink.Optional(item.Events);
        sink.Unsigned((int)item.PredictiveDesign);
        sink.Unsigned((int)item.Validation);
        sink.Text(item.Endpoint);
        WriteResult(sink, item.Result);
        sink.Unsigned((int)item.Checked);
        sink.Text(item.Note);
    }

    private static void WriteResult(ByteSink sink, EvidenceResult result)
    {
        sink.Unsigned((int)result.Metric);
        WriteOptional(sink, result.Estimate);
        WriteOptional(sink, result.Interval?.Low);
        if (result.Interval is { } interval)
        {
            sink.Number(interval.High);
            sink.Number(interval.Percent);
        }
        WriteP(sink, result.P);
        WriteP(sink, result.Q);
        sink.Each(
            result.Groups,
            g =>
            {
                sink.Text(g.Label);
                sink.Optional(g.N);
                WriteOptional(sink, g.Rate);
            }
        );
        sink.Text(result.Reference);
        sink.Texts(result.AdjustedFor);
        sink.Text(result.Printed);
        sink.Unsigned((int)result.Missing);
    }

    private static void WriteOptional(ByteSink sink, double? value)
    {
        sink.Unsigned(value is null ? 0 : 1);
        if (value is { } v)
            sink.Number(v);
    }

    private static void WriteP(ByteSink sink, PValue? p)
    {
        sink.Text(p?.Relation);
        if (p is { } value)
            sink.Number(value.Value);
    }
}
