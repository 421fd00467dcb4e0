using Refractor.Vocabulary;

namespace Refractor.Tests.Vocabulary;

/// <summary>Small lexicons for tests.</summary>
internal static class TestLexicon
{
    public static Lexicon Of(IReadOnlyList<Therapy>? therapies = null, IReadOnlyList<Subtype>? subtypes = null) =>
        new(
            new LexiconEntries
            {
                Features = [],
                Groups = [],
                Therapies = therapies ?? [],
                Regimens = [],
                Subtypes = subtypes ?? [],
                Settings = [],
                Endpoints = [],
                Levels = [],
                FeatureTypes = [],
                OtherDiseases = [],
            }
        );

    public static Therapy Therapy(string name, params string[] classes) =>
        new()
        {
            Name = name,
            Label = name,
            Kind = TherapyKind.Class,
            Modality = "chemotherapy",
            Classes = classes,
        };

    public static Subtype Subtype(string name, params string[] within) =>
        new()
        {
            Name = name,
            Label = name,
            Within = within,
        };
}
