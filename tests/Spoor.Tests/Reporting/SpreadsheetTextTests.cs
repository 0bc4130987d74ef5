using CsCheck;
using Spoor.Reporting;
using Spoor.Tests.Reporting.Documents;

namespace Spoor.Tests.Reporting;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-12,345.67", "-12,345.67")]
    [InlineData("+3.5 %", "+3.5 %")]
    [InlineData("'plain", "'plain")]
    [InlineData("0x12", "0x12")]
    public void A_cell_that_would_be_computed_gets_an_apostrophe(string cell, string guarded) => Assert.Equal(guarded, SpreadsheetText.Guarded(cell));

    [Fact]
    public void Every_text_comes_back() => Gen.OneOf(Gen.Int[0, HostileText.All.Count - 1].Select(place => HostileText.All[place]), Gen.String[Gen.Char["'=+-@ \t\"1a%|"], 0, 6], Gen.String)
        .Sample(text => Assert.Equal(text, SpreadsheetText.Unguarded(SpreadsheetText.Guarded(text))));
}
