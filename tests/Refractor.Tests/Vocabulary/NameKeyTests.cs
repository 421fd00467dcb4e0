using Refractor.Vocabulary;

namespace Refractor.Tests.Vocabulary;

public class NameKeyTests
{
    [Theory]
    [InlineData("HIF-1α", "hif1alpha")]
    [InlineData("HIF-1 alpha", "hif1alpha")]
    [InlineData("Hif1Alpha", "hif1alpha")]
    [InlineData("ERβ", "erbeta")]
    [InlineData("IFN-γ", "ifngamma")]
    [InlineData("PKCδ", "pkcdelta")]
    [InlineData("NF-κB", "nfkappab")]
    [InlineData("NF-kappa B", "nfkappab")]
    [InlineData("µ", "mu")]
    [InlineData("μ", "mu")]
    [InlineData("IFN-λ and ω", "ifnlambdaandomega")]
    [InlineData("HER-2/neu", "her2neu")]
    [InlineData("miR-21-5p", "mir215p")]
    [InlineData("", "")]
    [InlineData(" -/()., ", "")]
    public void A_name_is_compared_without_case_punctuation_and_greek_letters(string name, string key) =>
        NameKey.Of(name).ShouldBe(key);

    [Theory]
    [InlineData("tumour-infiltrating lymphocytes", "tumor infiltrating lymphocytes")]
    [InlineData("oestrogen receptor", "Estrogen Receptor")]
    [InlineData("PI3K signalling", "PI3K signaling")]
    [InlineData("hypoxaemia", "hypoxemia")]
    [InlineData("chemosensitisation", "chemosensitization")]
    [InlineData("hormonal therapy", "hormone therapy")]
    [InlineData("labelling index", "labeling index")]
    public void British_and_American_spelling_are_one_name(string british, string american)
    {
        NameKey.Same(british, american).ShouldBeTrue();
        NameKey.Of(british).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("miR-21", "miR-210")]
    [InlineData("ABCB1", "ABCB11")]
    [InlineData("ER+", "ER-")]
    [InlineData("ER+", "ER")]
    [InlineData("HR+/HER2-", "HR-/HER2+")]
    [InlineData("ERα", "ERβ")]
    public void Different_names_stay_apart(string a, string b) => NameKey.Same(a, b).ShouldBeFalse();

    [Theory]
    [InlineData("ER+", "erpositive")]
    [InlineData("ER+ tumours", "erpositivetumors")]
    [InlineData("HER2-", "her2negative")]
    [InlineData("HER2−", "her2negative")]
    [InlineData("HER2–, node-positive", "her2negativenodepositive")]
    [InlineData("HR-/HER2+", "hrnegativeher2positive")]
    [InlineData("ER-positive", "erpositive")]
    public void A_sign_after_a_word_is_read_as_positive_or_negative(string name, string key) =>
        NameKey.Of(name).ShouldBe(key);

    [Theory]
    [InlineData("paclitaxel + carboplatin", "paclitaxelcarboplatin")]
    [InlineData("PD-L1", "pdl1")]
    [InlineData("a - b", "ab")]
    public void A_sign_between_words_is_no_word(string name, string key) => NameKey.Of(name).ShouldBe(key);

    [Fact]
    public void Words_know_their_place_in_the_text()
    {
        const string text = "Is ER+ disease NF-κB driven?";
        var words = NameKey.Words(text);
        words.Select(w => text[w.Start..w.End]).ShouldBe(["Is", "ER", "+", "disease", "NF", "κB", "driven"]);
        words.Select(w => w.Key).ShouldBe(["is", "er", "positive", "disease", "nf", "kappab", "driven"]);
    }

    [Fact]
    public void Control_characters_separate_words() =>
        NameKey.Words("ABCB1\0ABCG2\tMVP\u0007").Select(w => w.Key).ShouldBe(["abcb1", "abcg2", "mvp"]);
}
