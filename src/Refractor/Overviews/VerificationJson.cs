using Refractor.Answers;
using Refractor.Checking;

namespace Refractor.Overviews;

/// <summary>Writes the verdict on an answer file as JSON.</summary>
public static class VerificationJson
{
    /// <summary>The verdict as indented JSON.</summary>
    /// <param name="verification">The verdict.</param>
    /// <param name="knowledge">The knowledge that it was checked against.</param>
    public static string Of(AnswerVerification verification, KnowledgeStamp knowledge) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("file", verification.File.Name);
            json.WriteBoolean("holds", verification.Holds);
            json.WriteStartArray("claims");
            foreach (var (claim, fault) in verification.Claims)
            {
                json.WriteStartObject();
                json.WriteString("section", claim.Section);
                json.WriteString("text", claim.Text);
                json.WriteBoolean("holds", fault is null);
                json.WriteString("reason", fault);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("references");
            foreach (var (reference, fault) in verification.References)
            {
                json.WriteStartObject();
                json.WriteNumber("number", reference.Number);
                json.WriteBoolean("holds", fault is null);
                json.WriteString("reason", fault);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            AnswerJson.WriteStrings(json, "warnings", verification.Warnings);
            AnswerJson.WriteStamp(json, knowledge);
            json.WriteEndObject();
        });
}
