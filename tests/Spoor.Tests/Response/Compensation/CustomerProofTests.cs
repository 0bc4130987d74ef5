using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Reporting.Compensations;
using Spoor.Response.Compensation.Trees;
using Spoor.Transfers;

namespace Spoor.Tests.Response.Compensation;

public sealed class CustomerProofTests
{
    private static readonly UInt128[][] Pledges = [[5, 0, 9, 1_000_000, 12], [UInt128.One << 100, 3, 4, 5, 6]];

    [Fact]
    public void A_proof_is_read_back_as_it_was_written() => SmallTree.Pledges.Sample(pledges =>
    {
        byte[] written = Written(SmallTree.Of(pledges).ProofOf(0));

        Assert.Equal(written, Written(CustomerProofJson.Read("proof.json", written)));
    }, iter: 100);

    [Fact]
    public void Any_bit_of_the_file_that_is_another_is_found()
    {
        byte[] whole = Written(SmallTree.Of(Pledges).ProofOf(3));

        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] changed = [.. whole];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Holds(changed), $"bit {bit % 8} of byte {bit / 8}, '{(char)whole[bit / 8]}'");
        }
    }

    [Fact]
    public void Any_value_of_the_file_that_is_another_is_found()
    {
        string whole = Encoding.UTF8.GetString(Written(SmallTree.Of(Pledges).ProofOf(3)));
        int values = Values(JsonNode.Parse(whole)!).Count();

        Assert.Equal(24, values);
        for (int place = 0; place < values; place++)
        {
            var changed = JsonNode.Parse(whole)!;
            var value = Values(changed).ElementAt(place);
            value.ReplaceWith(Another(value));
            Assert.False(Holds(Encoding.UTF8.GetBytes(changed.ToJsonString())), $"{value.GetPath()} as {Another(value)}");
        }
    }

    [Fact]
    public void A_pledge_cannot_be_moved_from_one_asset_or_sibling_to_another() => SmallTree.Pledges.Where(pledges => pledges[0].Length > 1).Sample(pledges =>
    {
        var proof = SmallTree.Of(pledges).ProofOf(0);
        var step = proof.Path[0];
        var taken = proof.Amounts[0];
        var moved = proof with
        {
            Amounts = [Amount.Zero, .. proof.Amounts.Skip(1)],
            Path = [step with { Sums = [step.Sums[0] + taken, .. step.Sums.Skip(1)] }, .. proof.Path.Skip(1)],
        };

        Assert.Equal(taken.IsZero, ProofCheck.FaultOf(moved) is null);
    }, iter: 200);

    [Fact]
    public void A_node_cannot_pass_for_a_customer()
    {
        var tree = SmallTree.Of(Pledges);
        var proof = tree.ProofOf(0);
        var shorter = proof with { Path = [.. proof.Path.Skip(1)], Index = proof.Index >> 1, Amounts = [.. proof.Amounts.Zip(proof.Path[0].Sums, (a, b) => a + b)] };

        Assert.Contains("steps to its top", ProofCheck.FaultOf(shorter), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_stands_where_the_tree_is_only_filled_up()
    {
        var proof = SmallTree.Of(Pledges).ProofOf(0);

        Assert.Contains("leaves 0 to 4", ProofCheck.FaultOf(proof with { Index = 5 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_beyond_128_bits_are_refused_and_do_not_begin_again_at_zero()
    {
        var proof = SmallTree.Of(Pledges).ProofOf(0);
        var step = proof.Path[0] with { Sums = [new(UInt128.MaxValue), proof.Path[0].Sums[1]] };

        Assert.Contains("exceed 2^128", ProofCheck.FaultOf(proof with { Amounts = [new(5), proof.Amounts[1]], Path = [step, .. proof.Path.Skip(1)] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "expected an object, found 'Array'")]
    [InlineData("{", "expected JSON")]
    [InlineData("{\"spoor\":\"compensation-proof/1\"}", "expected the members")]
    [InlineData("{\"spoor\":\"x\",\"spoor\":\"x\"}", "expected JSON")]
    [InlineData("{\"spoor\":\"\\ud800\"}", "without escapes")]
    [InlineData("[[[[[[[[[[]]]]]]]]]]", "expected JSON")]
    public void What_is_no_proof_is_refused_with_its_place(string text, string message) => Assert.Contains(
        message, Assert.Throws<FormatException>(() => CustomerProofJson.Read("proof.json", Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    private static bool Holds(byte[] bytes)
    {
        try
        {
            return ProofCheck.FaultOf(CustomerProofJson.Read("proof.json", bytes)) is null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<JsonValue> Values(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Values(member.Value!)),
        JsonArray items => items.SelectMany(item => Values(item!)),
        _ => [(JsonValue)node],
    };

    private static JsonNode Another(JsonValue value) => value.GetValueKind() == System.Text.Json.JsonValueKind.Number
        ? value.GetValue<int>() + 1
        : value.GetValue<string>() is var text && text.All(char.IsAsciiDigit) ? (UInt128.Parse(text, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString()
        : text[^1] == 'a' ? $"{text[..^1]}b" : $"{text[..^1]}a";

    private static byte[] Written(CustomerProof proof)
    {
        using var output = new MemoryStream();
        CustomerProofJson.Write(proof, output);
        return output.ToArray();
    }
}
