using System.Globalization;
using Spoor.Attribution;
using Spoor.Labels;

namespace Spoor.Tests.Attribution;

/// <summary>The words and grades, each at its borders.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData("0", "no support")]
    [InlineData("0.3", "no support")]
    [InlineData("0.30103", "weak support")]
    [InlineData("1", "weak support")]
    [InlineData("1.00001", "moderate support")]
    [InlineData("2", "moderate support")]
    [InlineData("3", "moderately strong support")]
    [InlineData("3.778", "strong support")]
    [InlineData("4.5", "very strong support")]
    [InlineData("6", "very strong support")]
    [InlineData("6.00001", "extremely strong support")]
    [InlineData("-0.2", "no support")]
    [InlineData("-1.5", "moderate support against")]
    public void A_ratio_has_the_words_of_the_ENFSI_guideline(string log10, string words) =>
        Assert.Equal(words, VerbalScale.Of(decimal.Parse(log10, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0.0001", "almost no chance")]
    [InlineData("0.05", "very unlikely")]
    [InlineData("0.19999", "very unlikely")]
    [InlineData("0.20", "unlikely")]
    [InlineData("0.45", "roughly even chance")]
    [InlineData("0.55", "likely")]
    [InlineData("0.79999", "likely")]
    [InlineData("0.80", "very likely")]
    [InlineData("0.95", "almost certain")]
    [InlineData("0.99999", "almost certain")]
    public void A_probability_has_the_words_of_estimative_language(string probability, string words) =>
        Assert.Equal(words, EstimativeLanguage.Of(decimal.Parse(probability, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("A1", "0.99", "completely reliable source, confirmed by others")]
    [InlineData("A2", "0.75", "completely reliable source, probably true")]
    [InlineData("b2", "0.75", "usually reliable source, probably true")]
    [InlineData("C1", "0.5", "fairly reliable source, confirmed by others")]
    [InlineData("A4", "0.25", "completely reliable source, doubtful")]
    [InlineData("E1", "0.01", "unreliable source, confirmed by others")]
    [InlineData("F6", "0.5", "source whose reliability cannot be judged, truth cannot be judged")]
    [InlineData("G1", "0.01", "deliberately deceptive source, confirmed by others")]
    public void A_grade_counts_by_the_weaker_of_its_two_parts(string text, string probability, string meaning)
    {
        Assert.True(AdmiraltyGrade.TryParse(text, out var grade));
        Assert.Equal(decimal.Parse(probability, CultureInfo.InvariantCulture), grade.Value.Probability);
        Assert.Equal((text.ToUpperInvariant(), meaning), (grade.Value.ToString(), grade.Value.Meaning));
    }

    [Theory]
    [InlineData("H1")]
    [InlineData("A7")]
    [InlineData("A")]
    [InlineData("A12")]
    [InlineData("2A")]
    public void What_is_no_grade_is_refused_with_the_source(string text)
    {
        var source = new Citation { Key = "rumour", Kind = SourceKind.Press, Title = "A rumour", Grade = text };

        string message = Assert.Throws<FormatException>(() => AdmiraltyGrade.Of(source)).Message;

        Assert.Equal($"Source rumour: expected a grade from A1 to G6, found '{text}'.", message);
    }

    [Fact]
    public void A_source_without_a_grade_gets_the_one_of_its_kind()
    {
        static Citation Of(SourceKind kind) => new() { Key = "x", Kind = kind, Title = "x" };

        Assert.Equal(
            ["A2", "B3", "C3", "C4"],
            new[] { SourceKind.Authority, SourceKind.Primary, SourceKind.Compilation, SourceKind.Press }.Select(kind => AdmiraltyGrade.Of(Of(kind)).ToString()));
    }

    [Theory]
    [InlineData("0.54999", 2, true, 2, ClaimLabel.None)]
    [InlineData("0.55", 1, false, 2, ClaimLabel.Suspected)]
    [InlineData("0.80", 1, false, 2, ClaimLabel.Likely)]
    [InlineData("0.99", 1, true, 2, ClaimLabel.Likely)]
    [InlineData("0.99", 3, false, 2, ClaimLabel.Likely)]
    [InlineData("0.95", 2, true, 2, ClaimLabel.Assessed)]
    [InlineData("0.94999", 2, true, 2, ClaimLabel.Likely)]
    [InlineData("0.99", 2, true, 1, ClaimLabel.Likely)]
    public void A_label_needs_probability_and_for_assessed_two_groups_with_an_identity_and_two_witnesses(string probability, int groups, bool deterministic, int witnesses, ClaimLabel label) =>
        Assert.Equal(label, LabelPolicy.Of(decimal.Parse(probability, CultureInfo.InvariantCulture), groups, deterministic, witnesses));
}
