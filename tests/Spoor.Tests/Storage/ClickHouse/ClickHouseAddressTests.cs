using Spoor.Storage.ClickHouse;

namespace Spoor.Tests.Storage.ClickHouse;

public sealed class ClickHouseAddressTests
{
    [Fact]
    public void An_address_names_servers_database_and_cluster()
    {
        var address = ClickHouseAddress.Parse("clickhouse://eve:p%40ss:w@rd@one,two:9123/tracing?cluster=big&secure=true");

        Assert.Equal([new("one", 8123), new("two", 9123)], address.Hosts);
        Assert.Equal(("eve", "p@ss:w@rd", "tracing", "big", true), (address.User, address.Password, address.Database, address.Cluster, address.IsSecure));
    }

    [Fact]
    public void A_password_that_the_address_lacks_comes_from_beside_it() =>
        Assert.Equal("beside", ClickHouseAddress.Parse("clickhouse://eve@one/tracing", "beside").Password);

    [Fact]
    public void No_text_about_an_address_holds_the_password()
    {
        const string Text = "clickhouse://eve:geheim@one:8123/tracing?cluster=big";
        var address = ClickHouseAddress.Parse(Text);

        Assert.Equal("clickhouse://eve@one:8123/tracing?cluster=big", address.Shown);
        Assert.Equal(address.Shown, address.ToString());
        Assert.Equal($"spoor trace --store {address.Shown}", ClickHouseAddress.WithoutPasswords($"spoor trace --store {Text}"));
    }

    [Theory]
    [InlineData("clickhouse://eve:geheim@one:8123")]
    [InlineData("clickhouse://eve:geheim@one:0/tracing")]
    [InlineData("clickhouse://eve:geheim@one:99999/tracing")]
    [InlineData("clickhouse://eve:geheim@one/tracing; DROP TABLE transfers")]
    [InlineData("clickhouse://eve:geheim@one/tracing?cluster=big'")]
    [InlineData("clickhouse://eve:geheim@one/tracing?clutser=big")]
    [InlineData("clickhouse://eve:geheim@one/tracing?secure=perhaps")]
    [InlineData("clickhouse://eve:geheim@/tracing")]
    [InlineData("http://eve:geheim@one/tracing")]
    public void What_is_no_address_is_refused_without_saying_the_password(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => ClickHouseAddress.Parse(text));

        Assert.Contains("Expected --store clickhouse://", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refusal.Message, StringComparison.Ordinal);
    }
}
