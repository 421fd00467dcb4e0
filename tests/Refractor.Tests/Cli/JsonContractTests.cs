using System.Text.Json;

namespace Refractor.Tests.Cli;

/// <summary>What other programs rely on: every property by name and type. It is extended, never changed.</summary>
public class JsonContractTests
{
    private const string Anthracyclines = "Is ABCB1 expression linked to response to anthracyclines?";

    [Theory]
    [InlineData("status", JsonValueKind.String)]
    [InlineData("question", JsonValueKind.String)]
    [InlineData("reading.features[]", JsonValueKind.String)]
    [InlineData("reading.therapies[]", JsonValueKind.String)]
    [InlineData("reading.levels", JsonValueKind.Array)]
    [InlineData("reading.effect", JsonValueKind.String)]
    [InlineData("reading.subtypes", JsonValueKind.Array)]
    [InlineData("reading.settings", JsonValueKind.Array)]
    [InlineData("reading.intent", JsonValueKind.String)]
    [InlineData("reading.unknownTerms", JsonValueKind.Array)]
    [InlineData("sections[].title", JsonValueKind.String)]
    [InlineData("sections[].claims[].text", JsonValueKind.String)]
    [InlineData("sections[].claims[].evidence[]", JsonValueKind.String)]
    [InlineData("sections[].claims[].citations[]", JsonValueKind.Number)]
    [InlineData("sections[].claims[].grade", JsonValueKind.String)]
    [InlineData("sections[].claims[].state", JsonValueKind.String)]
    [InlineData("references[].number", JsonValueKind.Number)]
    [InlineData("references[].doi", JsonValueKind.String, JsonValueKind.Null)]
    [InlineData("references[].pmid", JsonValueKind.String, JsonValueKind.Null)]
    [InlineData("references[].title", JsonValueKind.String, JsonValueKind.Null)]
    [InlineData("references[].firstAuthor", JsonValueKind.String, JsonValueKind.Null)]
    [InlineData("references[].year", JsonValueKind.Number, JsonValueKind.Null)]
    [InlineData("references[].journal", JsonValueKind.String, JsonValueKind.Null)]
    [InlineData("references[].checked", JsonValueKind.String)]
    [InlineData("searched", JsonValueKind.Object)]
    [InlineData("removed", JsonValueKind.Array)]
    [InlineData("knowledge.version", JsonValueKind.String)]
    [InlineData("knowledge.digest", JsonValueKind.String)]
    [InlineData("knowledge.items", JsonValueKind.Number)]
    public void An_answer_has(string path, params JsonValueKind[] kinds) =>
        Has(path, kinds, "ask", Anthracyclines, "--json");

    [Theory]
    [InlineData("status", JsonValueKind.String)]
    [InlineData("sections", JsonValueKind.Array)]
    [InlineData("references", JsonValueKind.Array)]
    [InlineData("removed", JsonValueKind.Array)]
    [InlineData("searched", JsonValueKind.Object)]
    [InlineData("knowledge.version", JsonValueKind.String)]
    public void Silence_has(string path, params JsonValueKind[] kinds) =>
        Has(path, kinds, "ask", "Does BRAF mutation predict resistance to vinorelbine in breast cancer?", "--json");

    [Theory]
    [InlineData("therapies[]", JsonValueKind.String)]
    [InlineData("measured[].feature", JsonValueKind.String)]
    [InlineData("measured[].evidence[]", JsonValueKind.String)]
    [InlineData("measured[].therapies[].conflict", JsonValueKind.String)]
    [InlineData("sharedFeature[].feature", JsonValueKind.String)]
    [InlineData("sharedFeature[].therapies[].therapy", JsonValueKind.String)]
    [InlineData("sharedFeature[].therapies[].conflict", JsonValueKind.String)]
    [InlineData("sharedFeature[].therapies[].evidence[]", JsonValueKind.String)]
    [InlineData("sharedMechanism[].feature", JsonValueKind.String)]
    [InlineData("sharedMechanism[].therapies[].evidence[]", JsonValueKind.String)]
    [InlineData("inverse[].feature", JsonValueKind.String)]
    [InlineData("inverse[].therapies[].conflict", JsonValueKind.String)]
    public void Cross_resistance_has(string path, params JsonValueKind[] kinds) =>
        Has(path, kinds, "cross", "chemotherapy", "radiotherapy", "--json");

    [Theory]
    [InlineData("feature", JsonValueKind.String)]
    [InlineData("aliases[]", JsonValueKind.String)]
    [InlineData("associations[].therapy", JsonValueKind.String)]
    [InlineData("associations[].subtype", JsonValueKind.String)]
    [InlineData("associations[].conflict", JsonValueKind.String)]
    [InlineData("associations[].moderator", JsonValueKind.String, JsonValueKind.Null)]
    [InlineData("associations[].grade", JsonValueKind.String)]
    [InlineData("associations[].items[].id", JsonValueKind.String)]
    public void A_marker_has(string path, params JsonValueKind[] kinds) => Has(path, kinds, "marker", "TP53", "--json");

    [Fact]
    public void The_status_is_answered_or_notAnswered()
    {
        Status(Anthracyclines).ShouldBe("answered");
        Status("Does BRAF mutation predict resistance to vinorelbine in breast cancer?").ShouldBe("notAnswered");

        static string? Status(string question)
        {
            using var document = JsonDocument.Parse(Ran.Of("ask", question, "--json").Out);
            return document.RootElement.GetProperty("status").GetString();
        }
    }

    private static void Has(string path, JsonValueKind[] kinds, params string[] args)
    {
        using var document = JsonDocument.Parse(Ran.Of(args).Out);
        IEnumerable<JsonElement> at = [document.RootElement];
        foreach (var step in path.Split('.'))
        {
            at = at.Select(e => e.GetProperty(step.Replace("[]", "", StringComparison.Ordinal))).ToList();
            if (step.EndsWith("[]", StringComparison.Ordinal))
                at = at.SelectMany(e => e.EnumerateArray()).ToList();
        }
        at.ShouldNotBeEmpty();
        at.ShouldAllBe(e => kinds.Contains(e.ValueKind));
    }
}
