using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Regression;

/// <summary>What features that are measured in the same samples share: covariates in an orthonormal basis, and the fit without feature.</summary>
internal sealed class LogisticScreenRows
{
    /// <param name="covariates">Of all samples.</param>
    /// <param name="outcomes">Of all samples.</param>
    /// <param name="rows">Samples in which everything is known.</param>
    public LogisticScreenRows(DesignMatrix covariates, double[] outcomes, int[] rows)
    {
        Rows = rows;
        Outcomes = [.. rows.Select(r => outcomes[r])];
        Trials = [.. rows.Select(_ => 1.0)];
        Events = Outcomes.Count(y => y == 1);
        var qr = new QrDecomposition(
            [.. covariates.Columns.Select(c => rows.Select(r => c[r]).ToArray())],
            rows.Length
        );
        Basis = qr.ThinQ();
        Reason =
            rows.Length <= Basis.Length ? NotEstimable.TooFewValues
            : Events == 0 || Events == rows.Length ? NotEstimable.OneGroup
            : NotEstimable.None;
        if (Reason == NotEstimable.None)
            Null = LogisticMaximum.Of(
                new LogisticLikelihood(Basis, Outcomes, Trials, penalised: false),
                new double[Basis.Length]
            );
    }

    public int[] Rows { get; }

    public double[] Outcomes { get; }

    public double[] Trials { get; }

    public int Events { get; }

    /// <summary>Orthonormal columns that span the covariates.</summary>
    public double[][] Basis { get; }

    /// <summary>Why no feature can be fitted in these samples.</summary>
    public NotEstimable Reason { get; }

    /// <summary>The fit of the covariates alone; null if there is a reason.</summary>
    public LogisticMaximum? Null { get; }
}
