using Refractor.Cohorts;
using Refractor.Cohorts.Selecting;

namespace Refractor.Tests.Cohorts.Selecting;

public class SubtypeMembersTests
{
    private static readonly Cohort Receptors = new(
        "c",
        ["a", "b", "c", "d", "e"],
        [
            new StatusVariable("er", "ER", [true, false, false, false, null]),
            new StatusVariable("pr", "PR", [false, true, false, null, false]),
            new StatusVariable("her2", "HER2", [false, false, false, true, false]),
            new CategoryVariable("subtype", "PAM50", ["LumA", "LumB", "Basal", null, "Her2"]),
        ]
    );

    [Theory]
    [InlineData("HR+", "yynuu")]
    [InlineData("TNBC", "nnynu")]
    [InlineData("HER2+", "nnnyn")]
    [InlineData("HR-/HER2+", "nnnun")]
    [InlineData("luminal", "yynun")]
    [InlineData("basal_like", "nnyun")]
    [InlineData("any", "yyyyy")]
    public void Receptors_that_do_not_decide_leave_it_open(string subtype, string expected) =>
        string.Concat(
                SubtypeMembers
                    .Of(Receptors, subtype)!
                    .Select(m =>
                        m is null ? 'u'
                        : m.Value ? 'y'
                        : 'n'
                    )
            )
            .ShouldBe(expected);

    [Fact]
    public void Without_the_receptors_nothing_is_known() =>
        SubtypeMembers.Of(new Cohort("c", ["a"], []), "TNBC").ShouldBeNull();
}
