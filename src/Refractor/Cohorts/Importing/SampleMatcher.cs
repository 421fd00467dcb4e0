namespace Refractor.Cohorts.Importing;

/// <summary>
/// Finds the samples of a file among those of the cohort. Names are compared as they are, then more and more freely: case and
/// punctuation, an X that R puts before digits, TCGA barcodes cut to the sample (15 characters) or the patient (12). The first way that
/// matches at least four in five is taken for all.
/// </summary>
internal sealed class SampleMatcher(ClinicalData data)
{
    private const double Enough = 0.8;
    private const int SampleBarcode = 15;
    private const int PatientBarcode = 12;

    private static readonly (string How, Func<string, string> Key)[] Ways =
    [
        ("as they are", n => n),
        ("without regard to case and punctuation", Plain),
        ("without an X before digits", n => Plain(n is ['X' or 'x', >= '0' and <= '9', ..] ? n[1..] : n)),
        ("by the first 15 characters", n => Plain(n.Length > SampleBarcode ? n[..SampleBarcode] : n)),
        ("by the first 12 characters", n => Plain(n.Length > PatientBarcode ? n[..PatientBarcode] : n)),
    ];

    /// <summary>For each name the index of its sample in the cohort, or −1; with how they were compared and who is left over.</summary>
    public (int[] Samples, SampleMatch Match) Find(string file, IReadOnlyList<string> names)
    {
        var best = Ways.Select(w => (w.How, Found: Find(names, w.Key)))
            .Aggregate((a, b) => Share(a.Found) >= Enough || Share(a.Found) >= Share(b.Found) ? a : b);
        var matched = best.Found.Where(s => s >= 0).Select(s => data.Samples[s].Patient).ToHashSet();
        return (
            best.Found,
            new SampleMatch(
                file,
                best.Found.Count(s => s >= 0),
                best.How,
                [.. names.Where((_, i) => best.Found[i] < 0)],
                [.. data.Patients.Where((_, p) => !matched.Contains(p))]
            )
        );
    }

    private static double Share(int[] found) => found.Length == 0 ? 0 : found.Count(s => s >= 0) / (double)found.Length;

    /// <summary>Samples by name first, then patients, whose first sample it is. A key that two samples share finds neither.</summary>
    private int[] Find(IReadOnlyList<string> names, Func<string, string> key)
    {
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < data.Samples.Count; s++)
            if (
                !byKey.TryAdd(key(data.Samples[s].Id), s)
                && data.Samples[byKey[key(data.Samples[s].Id)]].Patient != data.Samples[s].Patient
            )
                ambiguous.Add(key(data.Samples[s].Id));
        for (var s = data.Samples.Count - 1; s >= 0; s--)
            byKey.TryAdd(key(data.Patients[data.Samples[s].Patient]), s);
        return [.. names.Select(n => ambiguous.Contains(key(n)) ? -1 : byKey.GetValueOrDefault(key(n), -1))];
    }

    private static string Plain(string name) => KnownColumns.Plain(name);
}
