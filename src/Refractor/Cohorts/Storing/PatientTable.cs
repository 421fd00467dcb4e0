using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Storing;

/// <summary>The file <c>patients.tsv</c>: variables, treatments and outcomes, one patient a row.</summary>
internal static class PatientTable
{
    public const string File = "patients.tsv";

    public static string Write(Cohort cohort)
    {
        var columns = Columns(cohort).ToList();
        var table = new TableText(["patient", .. columns.Select(c => c.Name)]);
        for (var p = 0; p < cohort.Patients.Count; p++)
            table.Add([cohort.Patients[p], .. columns.Select(c => c.Cell(p))]);
        return table.ToString();
    }

    public static Cohort Read(CohortManifest manifest, string path)
    {
        var table = TextTableReader.Read(
            path,
            new TextTableOptions
            {
                Separator = '\t',
                Comment = null,
                MissingWords = [],
            }
        );
        if (table.Rows.Count != manifest.Patients)
            throw new InvalidDataException(
                $"{path}: found {table.Rows.Count} patients; expected {manifest.Patients}. Import the cohort again."
            );
        // The columns of variables come first, in the order of the manifest; their names may be those of treatments.
        var variables = manifest.Variables.Select((v, i) => Variable(v, table.Values(1 + i)));
        return new Cohort(manifest.Name, [.. table.Values(0).Select(v => v ?? "")], [.. variables])
        {
            Treatments =
            [
                .. manifest.Treatments.Select(t => new Treatment(
                    t.Therapy,
                    Flags(table, $"treatment:{t.Therapy}"),
                    t.Randomised
                )),
            ],
            Outcomes = [.. manifest.Outcomes.Select(o => Outcome(o, table))],
        };
    }

    private static IEnumerable<(string Name, Func<int, string?> Cell)> Columns(Cohort cohort)
    {
        foreach (var variable in cohort.Variables)
            yield return (variable.Name, Cells(variable));
        foreach (var treatment in cohort.Treatments)
            yield return ($"treatment:{treatment.Therapy}", p => TableText.Flag(treatment.Given[p]));
        foreach (var outcome in cohort.Outcomes)
        {
            if (outcome is ResponseOutcome response)
                yield return ($"outcome:{response.Endpoint}", p => TableText.Flag(response.Responded[p]));
            if (outcome is not SurvivalOutcome survival)
                continue;
            yield return ($"outcome:{survival.Endpoint}:months", p => TableText.Number(survival.Months[p]));
            yield return ($"outcome:{survival.Endpoint}:event", p => TableText.Number(survival.Event[p]));
        }
    }

    private static Func<int, string?> Cells(ClinicalVariable variable) =>
        variable switch
        {
            NumberVariable number => p => TableText.Number(number.Values[p]),
            StatusVariable status => p => TableText.Flag(status.Values[p]),
            CategoryVariable category => p => category.Values[p],
            _ => throw new ArgumentOutOfRangeException(nameof(variable), variable.GetType().Name, "No such variable."),
        };

    private static ClinicalVariable Variable(StoredVariable stored, IReadOnlyList<string?> cells) =>
        stored.Kind switch
        {
            "number" => new NumberVariable(stored.Name, stored.Column, [.. cells.Select(Number)]),
            "status" => new StatusVariable(stored.Name, stored.Column, [.. cells.Select(Flag)]),
            _ => new CategoryVariable(stored.Name, stored.Column, cells),
        };

    private static Outcome Outcome(StoredOutcome stored, TextTable table) =>
        stored.Kind == "response"
            ? new ResponseOutcome(stored.Endpoint, Flags(table, $"outcome:{stored.Endpoint}"), stored.Definition)
            : new SurvivalOutcome(
                stored.Endpoint,
                Numbers(table, $"outcome:{stored.Endpoint}:months"),
                Numbers(table, $"outcome:{stored.Endpoint}:event"),
                stored.Definition
            );

    private static bool?[] Flags(TextTable table, string column) => [.. Cells(table, column).Select(Flag)];

    private static double[] Numbers(TextTable table, string column) => [.. Cells(table, column).Select(Number)];

    private static IReadOnlyList<string?> Cells(TextTable table, string column) =>
        table.IndexOf(column) is >= 0 and var index
            ? table.Values(index)
            : throw new InvalidDataException($"{table.File}: found no column '{column}'; import the cohort again.");

    private static bool? Flag(string? cell) => cell is null ? null : cell == "1";

    private static double Number(string? cell) =>
        cell is not null && double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var n)
            ? n
            : double.NaN;
}
