namespace Refractor.Knowledge;

/// <summary>A paper as references print it. What is not known is left out; nothing is filled in.</summary>
public static class PaperText
{
    /// <summary>"FirstAuthor. Title. Journal Year.", without identifiers; the key when none of it is known.</summary>
    public static string Of(Paper paper)
    {
        var source = string.Join(' ', new[] { paper.Journal, FieldText.Of(paper.Year) }.OfType<string>());
        var parts = new[] { paper.FirstAuthor, paper.Title, source }.OfType<string>().Where(p => p.Length > 0);
        var text = string.Join(' ', parts.Select(p => p[^1] is '.' or '?' or '!' ? p : p + "."));
        return text.Length > 0 ? FieldText.OneLine(text) : paper.Key;
    }

    /// <summary>"doi:10.… PMID 123", as far as known; else the PMCID; empty when the paper has no identifier.</summary>
    public static string Identifiers(Paper paper)
    {
        var doi = paper.Doi is null ? null : "doi:" + paper.Doi;
        var pmid = paper.Pmid is null ? null : "PMID " + paper.Pmid;
        var known = new[] { doi, pmid }.OfType<string>().ToList();
        return known.Count > 0 ? string.Join(' ', known) : paper.Pmcid ?? "";
    }

    /// <summary>Address of the paper by DOI, else PMID, else PMCID; null when it has none of them.</summary>
    public static string? Address(Paper paper) =>
        paper switch
        {
            { Doi: { } doi } => DoiAddress.Of(doi),
            { Pmid: { } pmid } => $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
            { Pmcid: { } pmcid } => $"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/",
            _ => null,
        };

    /// <summary>"Burger 2003": family name and year; the journal where the author is not known; the PMCID, else the key, where neither is or the year is not.</summary>
    public static string Short(Paper paper)
    {
        if (paper.Year is { } year && (FamilyName(paper) ?? paper.Journal) is { Length: > 0 } name)
            return $"{name} {FieldText.Of(year)}";
        return paper.Pmcid ?? paper.Key;
    }

    /// <summary>Family name of the first author, such as "Di Leo" of "Di Leo A"; null when no author is known.</summary>
    public static string? FamilyName(Paper paper)
    {
        if (paper.FirstAuthor is not { Length: > 0 } author)
            return null;
        var words = author.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.TakeWhile((w, i) => i == 0 || !IsInitials(w)));
    }

    private static bool IsInitials(string word) =>
        word.Length <= 4 && word.All(c => char.IsUpper(c) || c is '.' or '-');
}
