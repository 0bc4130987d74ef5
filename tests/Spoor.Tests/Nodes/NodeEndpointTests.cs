using Spoor.Chains.Nodes;

namespace Spoor.Tests.Nodes;

public sealed class NodeEndpointTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8545", "http://127.0.0.1:8545")]
    [InlineData("https://node.example/", "https://node.example")]
    [InlineData("https://node.example/v3/0123456789abcdef", "https://node.example/…")]
    [InlineData("http://user:password@127.0.0.1:8332", "http://127.0.0.1:8332")]
    [InlineData("wss://node.example:8546?key=abc", "wss://node.example:8546/…")]
    public void An_endpoint_shows_scheme_host_and_port_alone(string url, string shown) =>
        Assert.Equal(shown, NodeEndpoint.Parse(url).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("8545")]
    [InlineData("ftp://node.example/secretkey")]
    [InlineData("file:///etc/secretkey")]
    [InlineData("https://node.example/#secretkey")]
    [InlineData("http://")]
    public void What_is_no_node_is_refused_without_repeating_what_may_be_a_key(string text)
    {
        var fault = Assert.Throws<FormatException>(() => NodeEndpoint.Parse(text));

        Assert.StartsWith("Expected", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secretkey", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_websocket_is_no_endpoint_for_questions() =>
        Assert.Throws<ArgumentException>(() => Transports.To("ws://127.0.0.1:8546"));
}
