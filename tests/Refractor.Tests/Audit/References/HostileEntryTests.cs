using FsCheck.Fluent;
using Refractor.Audit.References;
using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Tests.Audit.References;

/// <summary>Entries that no reader expects never stop an audit.</summary>
public class HostileEntryTests
{
    private static readonly ReferenceMatcher Matcher = new(RealKnowledge.Pack);
    private static readonly ReferenceCheck Check = new(Matcher);
    private static readonly string[] Entries =
    [
        .. RealKnowledge.Pack.Papers.Take(60).Select(p => $"{PaperText.Of(p)} {PaperText.Identifiers(p)}"),
    ];

    [Fact]
    public void Random_characters_in_every_field_are_read() =>
        Prop.ForAll(HostileText.Random(300), text => IsRead(text, text)).Holds(400);

    [Fact]
    public void Damaged_entries_are_read() =>
        Prop.ForAll(HostileText.Mutated(Entries), text => IsRead(text, text[(text.Length / 2)..])).Holds(400);

    [Fact]
    public void A_very_long_entry_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("10.1000/ resistance breast cancer. ", 2_000));
        IsRead(text, text).ShouldBeTrue();
    }

    private static bool IsRead(string text, string part)
    {
        var entry = Entry.Of(text, part, part, part, part, text.Length);
        var bare = Entry.Of(text, key: part);
        ListedReference[] list =
        [
            entry,
            bare,
            entry with
            {
                FirstAuthor = "Wei",
                Year = int.MinValue,
            },
            entry with
            {
                Year = int.MaxValue,
            },
        ];
        return list.All(e => Matcher.Resolve(e).How.Length > 0)
            && Check
                .Check(Entry.Text(list, new Citation(part, -5, 3, null, part)))
                .SequenceEqual(Check.Check(Entry.Text(list, new Citation(part, -5, 3, null, part))));
    }
}
