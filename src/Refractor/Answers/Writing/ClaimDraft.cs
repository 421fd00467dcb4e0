using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers.Writing;

/// <summary>A claim before its citations are numbered.</summary>
/// <param name="Text">Text with citation marks.</param>
/// <param name="Items">The findings that it rests on.</param>
/// <param name="State">State of conflict of the association it speaks of.</param>
/// <param name="Direction">Direction of the findings on the gain side.</param>
internal sealed record ClaimDraft(
    string Text,
    IReadOnlyList<EvidenceItem> Items,
    ConflictState State,
    Direction Direction
);

/// <summary>A titled group of claims.</summary>
/// <param name="Title">Title.</param>
/// <param name="Claims">Its claims.</param>
internal sealed record SectionDraft(string Title, IReadOnlyList<ClaimDraft> Claims);
