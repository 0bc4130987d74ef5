using System.Security.Cryptography;
using System.Text;
using Spoor.Tracing.Evaluation;
using Spoor.Transfers;

namespace Spoor.Tests.Tracing.Evaluation;

public sealed class NoiseGeneratorTests
{
    private static readonly IReadOnlyList<Transfer> Noise = NoiseGenerator.Around(TinyCase.Truth, 20_000, 1);

    // Numbers of the reference implementation for seed 1234567 (Vigna, splitmix64.c).
    [Fact]
    public void The_generator_gives_the_published_numbers()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL],
            [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void A_seed_gives_the_same_noise_on_every_machine_and_another_seed_another()
    {
        Assert.Equal(DigestOf(NoiseGenerator.Around(TinyCase.Truth, 20_000, 1)), DigestOf(Noise));
        Assert.Equal("3e1bd2f20113ad507ca8e72768f46062bd2ce3f8c2ac72831f77b8a82d47cec4", DigestOf(Noise));
        Assert.NotEqual(DigestOf(NoiseGenerator.Around(TinyCase.Truth, 20_000, 2)), DigestOf(Noise));
    }

    [Fact]
    public void Three_in_ten_touch_a_terminal_and_three_in_a_hundred_a_laundering_address()
    {
        var terminals = TinyCase.Truth.Terminals;
        var launderers = TinyCase.Truth.Addresses().Where(one => !terminals.Contains(one)).ToHashSet();

        Assert.InRange(Noise.Count(one => Touches(one, terminals)), 5_800, 6_200);
        Assert.InRange(Noise.Count(one => Touches(one, launderers)), 530, 670);
        Assert.All(Noise, one => Assert.NotEqual(one.From, one.To));
    }

    [Fact]
    public void Amounts_are_log_normal_around_the_median_of_the_flows()
    {
        double[] sorted = [.. Noise.Select(one => (double)one.Amount.Units).Order()];
        double middle = sorted[sorted.Length / 2];
        double upper = sorted[(int)(sorted.Length * 0.8413)];

        // One deviation up is a factor of e², 7.39.
        Assert.InRange(middle, 38, 42);
        Assert.InRange(upper / middle, 6.8, 8.0);
    }

    [Fact]
    public void Few_strangers_are_busy_and_most_are_not()
    {
        int[] degrees = [.. Noise.SelectMany(one => new[] { one.From, one.To }).GroupBy(one => one).Select(group => group.Count()).Order()];

        Assert.True(degrees[^5] > 10 * degrees[degrees.Length / 2]);
    }

    [Fact]
    public void Blocks_and_times_lie_within_the_case_and_agree()
    {
        Transfer[] all = [.. TinyCase.Told.Transfers, .. Noise];

        Assert.All(all.GroupBy(one => one.Position.Block), block => Assert.Single(block.Select(one => one.Time).Distinct()));
        Assert.InRange(Noise.Min(one => one.Position.Block), 0, 5);
        Assert.InRange(Noise.Max(one => one.Position.Block), 0, 5);
        Assert.Equal(all.Length, all.Select(one => one.Position).Distinct().Count());
    }

    private static bool Touches(Transfer transfer, IReadOnlySet<Address> addresses) =>
        addresses.Contains(transfer.From!.Value) || addresses.Contains(transfer.To!.Value);

    private static string DigestOf(IReadOnlyList<Transfer> transfers) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', transfers.Select(one => $"{one.Position} {one.Time:O} {one.Tx} {one.From} {one.To} {one.Asset} {one.Amount}")))));
}
