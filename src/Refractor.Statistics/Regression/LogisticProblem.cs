using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Regression;

/// <summary>
/// Events in trials with the independent columns of a design, fitted in the orthonormal basis of a QR decomposition, where no column is too
/// large, too small or too like another for full precision.
/// </summary>
internal sealed class LogisticProblem
{
    private readonly double[][] _columns;
    private readonly double[] _events;
    private readonly double[] _trials;

    /// <param name="columns">All p columns, of the n rows used.</param>
    /// <param name="events">n.</param>
    /// <param name="trials">n.</param>
    public LogisticProblem(double[][] columns, double[] events, double[] trials)
    {
        (_columns, _events, _trials) = (columns, events, trials);
        var qr = new QrDecomposition(columns, events.Length);
        Active = [.. qr.Order.Take(qr.Rank).Order()];
        Intercept = Array.FindIndex(Active, a => columns[a].All(v => v == columns[a][0]) && columns[a][0] != 0);
    }

    /// <summary>Columns that are no combination of earlier ones.</summary>
    public int[] Active { get; }

    /// <summary>Place of the intercept among the active columns; −1 if there is none.</summary>
    public int Intercept { get; }

    /// <summary>n.</summary>
    public int Rows => _events.Length;

    /// <summary>Events of the n rows.</summary>
    public double[] Events => _events;

    /// <summary>Trials of the n rows.</summary>
    public double[] Trials => _trials;

    /// <summary>The active columns, with some of them moved to the end, in a basis.</summary>
    /// <param name="last">Places among the active columns.</param>
    /// <param name="penalised">Whether to penalise the likelihood.</param>
    public Basis InBasis(int[] last, bool penalised)
    {
        int[] order = [.. Enumerable.Range(0, Active.Length).Except(last), .. last];
        return new Basis(this, order, penalised);
    }

    /// <summary>An order of the active columns with its QR decomposition.</summary>
    internal sealed class Basis
    {
        private readonly int[] _order;
        private readonly QrDecomposition _qr;

        public Basis(LogisticProblem problem, int[] order, bool penalised)
        {
            _order = order;
            _qr = new QrDecomposition([.. order.Select(a => problem._columns[problem.Active[a]])], problem.Rows);
            Likelihood = new LogisticLikelihood(_qr.ThinQ(), problem._events, problem._trials, penalised);
        }

        /// <summary>The likelihood of coefficients in the basis.</summary>
        public LogisticLikelihood Likelihood { get; }

        /// <summary>The last coefficient in the basis for one unit of the last column: holding the one holds the other.</summary>
        public double LastScale => _qr.R(_order.Length - 1, _order.Length - 1);

        /// <summary>Coefficients of the active columns from those in the basis.</summary>
        public double[] FromBasis(double[] inBasis)
        {
            var (solved, coefficients) = (new double[inBasis.Length], new double[inBasis.Length]);
            _qr.SolveUpper(inBasis, solved);
            for (var i = 0; i < solved.Length; i++)
                coefficients[_order[i]] = solved[i];
            return coefficients;
        }

        /// <summary>Coefficients in the basis from those of the active columns.</summary>
        public double[] ToBasis(double[] coefficients)
        {
            var inBasis = new double[coefficients.Length];
            for (var i = 0; i < inBasis.Length; i++)
            for (var j = i; j < inBasis.Length; j++)
                inBasis[i] += _qr.R(i, j) * coefficients[_order[j]];
            return inBasis;
        }

        /// <summary>Covariance of the coefficients of the active columns where the likelihood was evaluated last; null if singular.</summary>
        public double[,]? Covariance()
        {
            if (Likelihood.Factor?.Inverse() is not { } inner)
                return null;
            var (inverse, r) = (_qr.InverseR(), _order.Length);
            var covariance = new double[r, r];
            for (var i = 0; i < r; i++)
            for (var j = 0; j < r; j++)
            {
                var sum = 0.0;
                for (var k = i; k < r; k++)
                for (var l = j; l < r; l++)
                    sum += inverse[i, k] * inner[k, l] * inverse[j, l];
                covariance[_order[i], _order[j]] = sum;
            }
            return covariance;
        }
    }
}
