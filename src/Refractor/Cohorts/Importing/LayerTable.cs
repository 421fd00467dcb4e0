namespace Refractor.Cohorts.Importing;

/// <summary>Numbers as a file held them: f features × n samples, feature by feature, with the names of both.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Features">f names.</param>
/// <param name="Samples">n names.</param>
/// <param name="Values">f rows of n numbers, which may be changed in place; NaN is missing.</param>
/// <param name="RowsRejected">Rows of the file that could not be read.</param>
/// <param name="RowsAreSamples">Whether the rows of the file are samples instead of features.</param>
/// <param name="Entrez">f identifiers of NCBI Gene beside the names; null if the file has none.</param>
internal sealed record LayerTable(
    string File,
    IReadOnlyList<string> Features,
    IReadOnlyList<string> Samples,
    IReadOnlyList<Memory<float>> Values,
    int RowsRejected,
    bool RowsAreSamples,
    IReadOnlyList<string>? Entrez = null
)
{
    /// <summary>Rows of the file that were read.</summary>
    public int Rows => RowsAreSamples ? Samples.Count : Features.Count;

    /// <summary>The numbers of one feature.</summary>
    public ReadOnlySpan<float> Row(int feature) => Values[feature].Span;
}
