namespace Refractor.Answers.Retrieval;

/// <summary>Counts near findings that a search leaves out, by reason.</summary>
internal sealed class LeftOut
{
    private int _population;
    private int _setting;

    /// <summary>Whether a finding is left out; it counts under the first reason that holds.</summary>
    public bool Has(PopulationMatch population, bool settingFits)
    {
        if (population == PopulationMatch.None)
            _population++;
        else if (!settingFits)
            _setting++;
        else
            return false;
        return true;
    }

    /// <summary>Adds the counts of another.</summary>
    public void Add(LeftOut other)
    {
        _population += other._population;
        _setting += other._setting;
    }

    /// <summary>The counts above 0 by reason, sorted by reason.</summary>
    public IReadOnlyDictionary<string, int> ByReason()
    {
        var byReason = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Add("about another or an unrecorded subtype", _population);
        Add("from another setting", _setting);
        return byReason;

        void Add(string reason, int count)
        {
            if (count > 0)
                byReason.Add(reason, count);
        }
    }
}
