using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Spoor.Response.Compensation.Trees;
using Spoor.Transfers;

namespace Spoor.Tests.Response.Compensation;

public sealed class MerkleSumTreeTests
{
    [Fact]
    public void Every_proof_holds_and_states_what_is_pledged() => SmallTree.Pledges.Sample(pledges =>
    {
        var tree = SmallTree.Of(pledges);
        for (int customer = 0; customer < pledges[0].Length; customer++)
        {
            var proof = tree.ProofOf(customer);
            Assert.Null(ProofCheck.FaultOf(proof));
            Assert.Equal(pledges.Select(column => new Amount(column[customer])), proof.Amounts);
        }
    }, iter: 200);

    [Fact]
    public void The_totals_are_the_sums_of_all_pledges() => SmallTree.Pledges.Sample(pledges => Assert.Equal(
        pledges.Select(column => new Amount(column.Aggregate(UInt128.Zero, (sum, units) => sum + units))), SmallTree.Of(pledges).Root.Totals), iter: 200);

    [Fact]
    public void The_order_in_which_customers_are_listed_does_not_show() => SmallTree.Pledges.Sample(pledges =>
    {
        var names = SmallTree.Customers(pledges[0].Length);
        var turned = SmallTree.Of([.. pledges.Select(column => column.Reverse().ToArray())], [.. names.Reverse()]);

        Assert.Equal(SmallTree.Of(pledges).Root.Hash, turned.Root.Hash);
    }, iter: 100);

    [Fact]
    public void The_root_is_that_of_the_tree_as_it_is_described() => SmallTree.Pledges.Sample(pledges =>
        Assert.Equal(Described(pledges), SmallTree.Of(pledges).Root.Hash), iter: 100);

    [Fact]
    public void The_same_pledges_with_another_secret_or_of_another_incident_have_another_root()
    {
        UInt128[][] pledges = [[5, 7, 9]];
        var names = SmallTree.Customers(3);
        var shape = SmallTree.Shape(1, 3);
        ReadOnlyMemory<UInt128>[] columns = [pledges[0]];

        string[] roots =
        [
            SmallTree.Of(pledges).Root.Hash,
            MerkleSumTree.Build(shape, names, columns, new(SmallTree.Incident, new byte[32])).Root.Hash,
            MerkleSumTree.Build(new("other", shape.Assets, 3), names, columns, SmallTree.Salts).Root.Hash,
            MerkleSumTree.Build(new(shape.Incident, [("A0", 1)], 3), names, columns, SmallTree.Salts).Root.Hash,
        ];

        Assert.Equal(roots.Length, roots.Distinct().Count());
    }

    [Fact]
    public void Sums_that_overflow_are_refused() =>
        Assert.Throws<OverflowException>(() => SmallTree.Of([[UInt128.MaxValue, 1]]));

    [Fact]
    public void One_customer_twice_is_refused() => Assert.Throws<ArgumentException>(() => SmallTree.Of([[1, 2]], ["c-1", "c-1"]));

    // Written from docs/methods/merkle-sum.md alone: recursion over lists, nothing of the program but the salts.
    private static string Described(UInt128[][] pledges)
    {
        int count = pledges[0].Length;
        byte[] shape = Hash([.. Text("spoor-compensation-tree/1"), .. Text(SmallTree.Incident), .. Number(count), .. Number(pledges.Length),
            .. pledges.SelectMany((_, asset) => Text($"A{asset}").Concat(Number(asset * 6)))]);
        var leaves = SmallTree.Customers(count).Select((name, customer) =>
        {
            byte[] commitment = Hash([4, .. SmallTree.Salts.Of(name), .. Encoding.UTF8.GetBytes(name)]);
            UInt128[] amounts = [.. pledges.Select(column => column[customer])];
            return (commitment, node: (hash: Hash([0, .. shape, .. commitment, .. Units(amounts)]), amounts));
        }).OrderBy(leaf => Convert.ToHexString(leaf.commitment), StringComparer.Ordinal).Select(leaf => leaf.node).ToList();
        while ((leaves.Count & (leaves.Count - 1)) != 0)
        {
            leaves.Add((Hash([2, .. shape]), new UInt128[pledges.Length]));
        }

        var (top, totals) = Top(leaves);
        return Convert.ToHexStringLower(Hash([3, .. shape, .. top, .. Units(totals)]));

        (byte[] Hash, UInt128[] Sums) Top(List<(byte[] hash, UInt128[] amounts)> nodes)
        {
            if (nodes.Count == 1)
            {
                return nodes[0];
            }

            var (left, right) = (Top(nodes[..(nodes.Count / 2)]), Top(nodes[(nodes.Count / 2)..]));
            return (Hash([1, .. shape, .. left.Hash, .. Units(left.Sums), .. right.Hash, .. Units(right.Sums)]), [.. left.Sums.Zip(right.Sums, (a, b) => a + b)]);
        }
    }

    private static byte[] Hash(byte[] bytes) => SHA256.HashData(bytes);

    private static IEnumerable<byte> Text(string text) => [.. Number(text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Number(int number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static IEnumerable<byte> Units(UInt128[] amounts) => amounts.SelectMany(units =>
    {
        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, units);
        return bytes;
    });
}
