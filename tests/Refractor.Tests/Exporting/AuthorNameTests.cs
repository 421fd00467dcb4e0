using Refractor.Exporting;

namespace Refractor.Tests.Exporting;

public class AuthorNameTests
{
    [Theory]
    [InlineData("Burger H", "Burger", "H.")]
    [InlineData("Post AEM", "Post", "A. E. M.")]
    [InlineData("van Schie EH", "van Schie", "E. H.")]
    [InlineData("Oghabi Bakhshaiesh T", "Oghabi Bakhshaiesh", "T.")]
    [InlineData("Aranza-Martínez A", "Aranza-Martínez", "A.")]
    [InlineData("Delaloge J-P", "Delaloge", "J.-P.")]
    [InlineData("Lønning É.", "Lønning", "É.")]
    [InlineData("Hu, X.C.", "Hu", "X. C.")]
    public void A_last_word_of_capitals_is_the_initials(string name, string family, string given) =>
        AuthorName.Parse(name).ShouldBe(new AuthorName(family, given));

    [Theory]
    [InlineData("EBCTCG")]
    [InlineData("Early Breast Cancer Trialists")]
    [InlineData("SWOG TRIALISTS")]
    public void Any_other_name_stays_whole(string name) => AuthorName.Parse(name).ShouldBe(new AuthorName(name, null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void No_name_gives_no_author(string? name) => AuthorName.Parse(name).ShouldBeNull();
}
