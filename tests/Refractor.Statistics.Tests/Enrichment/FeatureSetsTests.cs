using Refractor.Statistics.Enrichment;

namespace Refractor.Statistics.Tests.Enrichment;

public class FeatureSetsTests
{
    [Fact]
    public void Duplicates_and_absent_members_are_left_out_and_counted()
    {
        var sets = FeatureSets.Of(
            4,
            [
                [3, 1, 3, 3],
                [7, 0, -1],
                [],
            ],
            ["first", "second", "none"]
        );
        sets.Count.ShouldBe(3);
        sets.Members(0).ToArray().ShouldBe([3, 1]);
        sets.Duplicates(0).ShouldBe(2);
        sets.Absent(0).ShouldBe(0);
        sets.Members(1).ToArray().ShouldBe([0]);
        sets.Absent(1).ShouldBe(2);
        sets.Size(2).ShouldBe(0);
        sets.Name(1).ShouldBe("second");
    }

    [Fact]
    public void Names_are_found_among_the_features()
    {
        var sets = FeatureSets.Of(
            ["ESR1", "PGR", "ERBB2"],
            [
                ["PGR", "esr1", "ESR1", "PGR"],
            ]
        );
        sets.Members(0).ToArray().ShouldBe([1, 0]);
        sets.Duplicates(0).ShouldBe(1);
        sets.Absent(0).ShouldBe(1);
        sets.Name(0).ShouldBe("set 1");
    }

    [Fact]
    public void A_name_for_each_set_is_needed() =>
        Should
            .Throw<ArgumentException>(() =>
                FeatureSets.Of(
                    2,
                    [
                        [0],
                        [1],
                    ],
                    ["only one"]
                )
            )
            .ParamName.ShouldBe("names");
}
