namespace Refractor.Cohorts.Scanning;

/// <summary>The samples of a scan from the best outcome to the worst, in groups of neighbours that fit on a page.</summary>
/// <param name="Label">What the group holds, such as <c>12: 3 of 10 with event</c>.</param>
/// <param name="Rows">Its samples, as columns of the layer.</param>
internal sealed record OutcomeOrder(string Label, IReadOnlyList<int> Rows)
{
    private const int MostGroups = 80;

    /// <summary>
    /// Responders first, then the others; or, for a time to an event, the patients censored last first and those with the earliest event
    /// at the end. Within equal outcomes the order is that of the layer.
    /// </summary>
    public static IReadOnlyList<OutcomeOrder> Of(Cohort cohort, CohortScan scan)
    {
        var patients = CohortScanner.Rows(cohort, scan.Layer, scan.Population);
        var used = Enumerable.Range(0, patients.Length).Where(r => patients[r] >= 0).ToList();
        return scan.Population.Outcome switch
        {
            ResponseOutcome response =>
            [
                .. Groups([.. used.Where(r => response.Responded[patients[r]] == true)], "response", used.Count),
                .. Groups([.. used.Where(r => response.Responded[patients[r]] == false)], "no response", used.Count),
            ],
            SurvivalOutcome survival =>
            [
                .. Groups(
                    [
                        .. used.Where(r => survival.Event[patients[r]] == 0)
                            .OrderByDescending(r => survival.Months[patients[r]]),
                    ],
                    "no event",
                    used.Count
                ),
                .. Groups(
                    [
                        .. used.Where(r => survival.Event[patients[r]] == 1)
                            .OrderByDescending(r => survival.Months[patients[r]]),
                    ],
                    "event",
                    used.Count
                ),
            ],
            _ => [],
        };
    }

    private static IEnumerable<OutcomeOrder> Groups(List<int> rows, string outcome, int all)
    {
        var size = Math.Max(1, (int)Math.Ceiling(all / (double)MostGroups));
        return rows.Chunk(size).Select((c, i) => new OutcomeOrder($"{outcome} {i + 1} (n = {c.Length})", c));
    }
}
