using Refractor.Knowledge;

namespace Refractor.Cohorts.Storing;

/// <summary>A cohort that could not be opened.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Reason">Why, with the file.</param>
public sealed record UnreadableCohort(string Name, string Reason);

/// <summary>All cohorts of a shelf. One that is damaged is left out and named, so that it does not stand in the way of the others.</summary>
/// <param name="Cohorts">Those that could be opened, in ordinal order of name.</param>
/// <param name="LeftOut">The others.</param>
public sealed record OpenShelf(IReadOnlyList<Cohort> Cohorts, IReadOnlyList<UnreadableCohort> LeftOut)
{
    /// <summary>Opens the cohorts of a shelf. Measured numbers are mapped, not read.</summary>
    /// <param name="shelf">The shelf.</param>
    /// <param name="cancel">Stops between cohorts.</param>
    public static OpenShelf Of(CohortShelf shelf, CancellationToken cancel = default)
    {
        var names = shelf.Names;
        var (open, leftOut) = (new Cohort?[names.Count], new UnreadableCohort?[names.Count]);
        Parallel.For(
            0,
            names.Count,
            new ParallelOptions { CancellationToken = cancel },
            i =>
            {
                try
                {
                    open[i] = CohortFolder.Read(shelf.PathOf(names[i]));
                }
                catch (Exception fault)
                    when (fault
                            is InvalidDataException
                                or DataFileException
                                or IOException
                                or UnauthorizedAccessException
                    )
                {
                    leftOut[i] = new UnreadableCohort(names[i], fault.Message);
                }
            }
        );
        return new OpenShelf([.. open.OfType<Cohort>()], [.. leftOut.OfType<UnreadableCohort>()]);
    }
}
