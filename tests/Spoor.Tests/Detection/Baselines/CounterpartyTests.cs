using Spoor.Detection.Baselines;
using Spoor.Transfers;

namespace Spoor.Tests.Detection.Baselines;

public sealed class CounterpartyTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(2_000)]
    [InlineData(20_000)]
    [InlineData(500_000)]
    public void The_count_of_different_ones_keeps_its_standard_error(int distinct)
    {
        // 40 streams: their root mean square error is within a fifth of 1.04 / sqrt(1024), none is off by more than four times that.
        double square = 0;
        for (int stream = 0; stream < 40; stream++)
        {
            var count = new DistinctCount();
            for (int i = 0; i < distinct; i++)
            {
                count.Add(AddressHash.Of(Numbered(((long)stream << 32) + i)));
            }

            double error = (count.Estimate / (double)distinct) - 1;
            Assert.InRange(error, -0.13, 0.13);
            square += error * error;
        }

        Assert.InRange(Math.Sqrt(square / 40), 0, 0.0325 * 1.25);
    }

    [Fact]
    public void Neither_order_nor_repetition_changes_the_count()
    {
        ulong[] keys = [.. Enumerable.Range(0, 3_000).Select(i => AddressHash.Of(Numbered(i)))];
        var (forth, back) = (new DistinctCount(), new DistinctCount());
        foreach (ulong key in keys)
        {
            forth.Add(key);
            forth.Add(key);
        }

        foreach (ulong key in keys.Reverse())
        {
            back.Add(key);
        }

        Assert.Equal(forth.Estimate, back.Estimate);
    }

    [Fact]
    public void The_frequency_sketch_is_never_too_low_and_seldom_too_high()
    {
        var sketch = new FrequencySketch();
        int total = 0;
        for (int i = 0; i < 2_000; i++)
        {
            sketch.Add(AddressHash.Of(Numbered(i)), 1 + (i % 7));
            total += 1 + (i % 7);
        }

        int[] excess = [.. Enumerable.Range(0, 2_000).Select(i => sketch.AtMost(AddressHash.Of(Numbered(i))) - 1 - (i % 7))];

        Assert.All(excess, off => Assert.True(off >= 0));
        Assert.InRange(excess.Count(off => off > total * Math.E / 512), 0, 2_000 * 18 / 1_000);
    }

    [Fact]
    public void Nearly_all_of_the_last_thousand_counterparties_are_held_exactly()
    {
        var recent = new RecentCounterparties();
        for (int i = 0; i < 100_000; i++)
        {
            recent.Use(AddressHash.Of(Numbered(i)));
        }

        int Missing(int last) => Enumerable.Range(100_000 - last, last).Count(i => recent.Times(AddressHash.Of(Numbered(i))) == 0);

        Assert.Equal(0, Missing(1_024));
        Assert.InRange(Missing(2_048), 0, 20);
        Assert.InRange(recent.Count, 4_000, 4_096);
    }

    [Fact]
    public void The_one_not_used_for_longest_goes_first()
    {
        var recent = new RecentCounterparties();
        ulong regular = AddressHash.Of(Numbered(-1));
        for (int i = 0; i < 50_000; i++)
        {
            recent.Use(AddressHash.Of(Numbered(i)));
            recent.Use(regular);
        }

        Assert.Equal(50_000, recent.Times(regular));
        Assert.Equal(0, recent.Times(AddressHash.Of(Numbered(0))));
    }

    [Fact]
    public void A_forgotten_counterparty_may_have_been_paid_a_stranger_never_was()
    {
        var counterparties = new Counterparties();
        for (int i = 0; i < 5_000; i++)
        {
            counterparties.Learn(AddressHash.Of(Numbered(i)));
        }

        ulong[] forgotten = [.. Enumerable.Range(0, 5_000).Select(i => AddressHash.Of(Numbered(i))).Where(key => counterparties.Times(key) == 0)];

        Assert.NotEmpty(forgotten);
        Assert.All(forgotten, key => Assert.True(counterparties.AtMost(key) >= 1));
        Assert.Equal(5_000, counterparties.Distinct, 5_000 * 0.1);
        Assert.False(counterparties.IsExact);
    }

    [Fact]
    public void A_quiet_wallet_counts_its_counterparties_exactly()
    {
        var counterparties = new Counterparties();
        for (int i = 0; i < 900; i++)
        {
            counterparties.Learn(AddressHash.Of(Numbered(i % 300)));
        }

        Assert.Equal(300, counterparties.Distinct);
        Assert.True(counterparties.IsExact);
        Assert.Equal(3, counterparties.Times(AddressHash.Of(Numbered(7))));
        Assert.Equal(0, counterparties.AtMost(AddressHash.Of(Numbered(301))));
    }

    [Fact]
    public void The_hash_of_an_address_is_the_same_in_every_run()
    {
        Assert.Equal(AddressHash.Of(Numbered(1)), AddressHash.Of(Numbered(1)));
        Assert.NotEqual(AddressHash.Of(Numbered(1)), AddressHash.Of(new(AddressKind.PubKeyHash, Numbered(1).ToBytes())));
        Assert.Equal(14_179_903_748_216_755_232, AddressHash.Of(Numbered(1)));
    }

    internal static Address Numbered(long number)
    {
        byte[] bytes = new byte[20];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(12), number);
        return new(AddressKind.Account20, bytes);
    }
}
