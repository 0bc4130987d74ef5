using Spoor.Incidents.Ledger;

namespace Spoor.Tests.Incidents.Ledger;

public sealed class LedgerDateTests
{
    [Theory]
    [InlineData("2023-09-12", "2023-09-12", "2023-09-12")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2017", "2017-01-01", "2017-12-31")]
    public void A_date_is_as_exact_as_it_is_written(string text, string first, string last)
    {
        var date = LedgerDate.Parse(text);

        Assert.Equal((first, last, text), ($"{date.First:yyyy-MM-dd}", $"{date.Last:yyyy-MM-dd}", date.ToString()));
    }

    [Theory]
    [InlineData("0022-11-12")]
    [InlineData("2023-9-1")]
    [InlineData("2023-02-30")]
    [InlineData("12/09/2023")]
    [InlineData("")]
    public void What_is_no_date_is_refused(string text) => Assert.Throws<FormatException>(() => LedgerDate.Parse(text));

    [Theory]
    [InlineData("2023-09-12", "2023-09-14", 2)]
    [InlineData("2023-09", "2023-09-14", 0)]
    [InlineData("2023", "2024-01-03", 3)]
    public void Dates_are_as_few_days_apart_as_they_can_be(string one, string other, int days)
    {
        Assert.Equal(days, LedgerDate.Parse(one).DaysApart(LedgerDate.Parse(other)));
        Assert.Equal(days, LedgerDate.Parse(other).DaysApart(LedgerDate.Parse(one)));
    }

    [Theory]
    [InlineData("2023-Q3", "2023-07-01", "2023-09-30")]
    [InlineData("2023-01..2023-08", "2023-01-01", "2023-08-31")]
    [InlineData("2023-01..2023-09-13", "2023-01-01", "2023-09-13")]
    public void A_period_is_its_first_and_last_day(string text, string first, string last)
    {
        Assert.True(LedgerPeriod.TryParse(text, out var period));
        Assert.Equal((first, last), ($"{period.First:yyyy-MM-dd}", $"{period.Last:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("2023-Q5")]
    [InlineData("2023-08..2023-01")]
    [InlineData("..")]
    [InlineData("2023-01..2023-02..2023-03")]
    public void What_is_no_period_is_refused(string text) => Assert.False(LedgerPeriod.TryParse(text, out _));
}
