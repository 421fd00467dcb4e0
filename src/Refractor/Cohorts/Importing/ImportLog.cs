using Refractor.Knowledge;

namespace Refractor.Cohorts.Importing;

/// <summary>Collects what an import decides, leaves out and finds wrong, for the <see cref="ImportReport"/>.</summary>
internal sealed class ImportLog
{
    private readonly List<FileCount> _files = [];
    private readonly List<SymbolCount> _symbols = [];
    private readonly List<Guess> _guesses = [];
    private readonly List<SampleMatch> _matches = [];
    private readonly List<Held> _held = [];
    private readonly List<DataProblem> _problems = [];

    public bool HasErrors => _problems.Any(p => p.Severity == Severity.Error);

    public void Count(FileCount count) => _files.Add(count);

    public void Count(SymbolCount count) => _symbols.Add(count);

    public void Guessed(string key, string chosen, string because) => _guesses.Add(new Guess(key, chosen, because));

    public void Matched(SampleMatch match) => _matches.Add(match);

    /// <summary>Records names that were held for a reason; nothing is recorded if there are none.</summary>
    public void Hold(string file, string reason, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            _held.Add(new Held(file, reason, names));
    }

    public void Add(IEnumerable<DataProblem> problems) => _problems.AddRange(problems);

    public void Error(string rule, string file, int? line, string found, string expected) =>
        _problems.Add(new DataProblem(Severity.Error, rule, file, line, found, expected));

    public void Warning(string rule, string file, int? line, string found, string expected) =>
        _problems.Add(new DataProblem(Severity.Warning, rule, file, line, found, expected));

    public ImportReport ToReport() => new(_files, _guesses, _matches, _held, _problems) { Symbols = _symbols };
}
