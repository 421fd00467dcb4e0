using Refractor.Knowledge;

namespace Refractor.Tests.Audit.References;

/// <summary>Knowledge of papers without evidence, with the vocabulary of the repository.</summary>
internal static class KnownPapers
{
    public static KnowledgePack Of(params Paper[] papers) => new("test", "0", RealKnowledge.Lexicon, papers, []);

    public static Paper Paper(string key, string? doi, string? title, bool retracted = false) =>
        new()
        {
            Key = key,
            Doi = doi,
            Title = title,
            Kind = PaperKind.Article,
            Retracted = retracted,
        };
}
