namespace Refractor.Plots;

/// <summary>
/// A figure as a Vega-Lite specification, with the numbers that it shows. It holds its data, so that it can be drawn anywhere; nothing is
/// computed by the drawing program but positions.
/// </summary>
/// <param name="Title">What is shown, in a few words.</param>
/// <param name="Caption">What the reader has to know: groups, intervals, scales, n.</param>
/// <param name="Specification">Vega-Lite 6 as JSON, with the numbers of <paramref name="Tables"/> as its named data sets.</param>
/// <param name="Tables">The numbers of the figure.</param>
public sealed record Figure(string Title, string Caption, string Specification, IReadOnlyList<FigureTable> Tables);
