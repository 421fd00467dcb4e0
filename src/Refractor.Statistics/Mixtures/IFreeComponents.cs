namespace Refractor.Statistics.Mixtures;

/// <summary>
/// The components that are not at their bound, in the order in which they were freed, and the least-squares solution for them alone.
/// </summary>
internal interface IFreeComponents
{
    /// <summary>Whether the solution still carries the rounding of cross-products, and is to be refined on the residuals.</summary>
    public bool NeedsRefinement { get; }

    /// <summary>Begins a sample: no component is free.</summary>
    public void Begin(ReadOnlySpan<double> mixture, ReadOnlySpan<double> projections);

    /// <summary>Frees a component; false, with nothing changed, if the free ones already span it.</summary>
    public bool TryFree(int component);

    /// <summary>Binds the component at a place; those behind move up.</summary>
    public void BindAt(int place);

    /// <summary>The solution, one value for each free component.</summary>
    public void Solve(Span<double> z);

    /// <summary>
    /// The change of the solution that the residuals ask for, one value for each free component, in the place of their entries of A'r.
    /// </summary>
    public void Refine(Span<double> gradient);
}
