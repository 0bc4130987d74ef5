using Spoor.Chains.Files.Labels;
using Spoor.Labels;
using Spoor.Tracing;

namespace Spoor.Tests.Files.Labels;

/// <summary>The short lists that <c>--labels</c> takes: an address, and a word or two of it.</summary>
public sealed class ShortListTests
{
    private const string One = "0x00000000000000000000000000000000000000e1";
    private const string Two = "0x00000000000000000000000000000000000000e2";

    [Theory]
    [InlineData("address,name,category", "Huobi 23,exchange", "Huobi 23", "exchange")]
    [InlineData("address,name_tag,label", "Huobi 23,Huobi", "Huobi 23", "Huobi")]
    [InlineData("address,label", "heist", "heist", "heist")]
    [InlineData("ADDRESS, Name ,Category", " Huobi 23 , exchange ", "Huobi 23", "exchange")]
    [InlineData("address,name_tag,label", "\"Bridge, \"\"big\"\"\",", "Bridge, \"big\"", "")]
    public void The_layouts_in_use_are_read_by_their_columns(string header, string cells, string name, string category)
    {
        var label = Assert.Single(Read($"{header}\n{One},{cells}\n"));

        Assert.Equal((name, category, (object?)null, "list.csv"), (label.Name, label.Category, label.Chain, label.Source));
    }

    [Fact]
    public void A_row_that_says_nothing_is_no_label() =>
        Assert.Equal("Known", Assert.Single(Read($"address,name_tag,label\n{One},,\n{Two},Known,\n")).Name);

    [Fact]
    public void A_bare_list_of_addresses_is_of_services_named_after_the_file()
    {
        var labels = LabelText.Read("terminal_addresses.csv", $"address\n{One}\n{Two}\n").Labels;

        Assert.Equal([("terminal_addresses", "service"), ("terminal_addresses", "service")], labels.Select(label => (label.Name, label.Category)));
        Assert.Equal(StopReason.Service, LabelStop.Of(labels[0]));
    }

    [Fact]
    public void A_label_holds_on_the_chain_its_row_names_and_else_wherever_the_key_is_used()
    {
        var labels = Read($"chain,address,name\nbsc,{One},On one\n,eip155:10:{One},On another\n,{Two},Anywhere\n");

        Assert.Equal(["eip155:56", "eip155:10", ""], labels.Select(label => label.Chain?.Value ?? ""));
    }

    [Theory]
    [InlineData("address,name\n" + One + ",ok\n0x12,short\n", "list.csv, line 3, address: expected an address")]
    [InlineData("address,name\n" + One + ",\"two\nlines of address\"\n", "line 2, name: expected text of at most 2000 characters without control characters")]
    [InlineData("address,name\n\"" + One + "\",ok\n,nobody\n", "line 3, address, tx: expected either an address or a transaction")]
    [InlineData("chain,address,name\nnowhere," + One + ",x\n", "line 2, chain: expected a known chain")]
    [InlineData("", "line 1, first line: expected a label file")]
    public void A_faulty_row_is_named_by_file_line_and_column(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<LabelFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_are_counted_through_quoted_breaks()
    {
        string text = $"address,note,name\n{One},\"a\nb\nc\",ok\nnonsense,,x\n";

        Assert.Contains("line 5", Assert.Throws<LabelFileException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_list_of_a_real_case_leaves_out_addresses_without_a_tag()
    {
        string file = SharedData.File("ethereum_heist/bancor_2018/all-address.csv");
        int tagged = File.ReadLines(file).Skip(1).Count(line => !line.EndsWith(",,", StringComparison.Ordinal));

        Assert.Equal(tagged, LabelFileReader.Read(file, new() { DefaultLearned = LabelText.Today }).Labels.Count);
    }

    private static IReadOnlyList<Label> Read(string text) => LabelText.Read("list.csv", text).Labels;
}
