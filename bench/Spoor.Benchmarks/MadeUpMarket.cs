using System.Globalization;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>Made-up transfers with ten hubs, and labels of some of their addresses: what screening is measured on.</summary>
/// <remarks>A fifth of all payments goes to or comes from the hubs, of which every second has a label, so that most ways meet one.</remarks>
internal static class MadeUpMarket
{
    public const int Hubs = 10;

    private const int MostAddresses = 2_000_000;
    private const int HubEvery = 5;

    private static readonly string[] Categories = ["exchange", "gambling", "mixer", "heist", "phishing", "sanction", "bridge", "service"];

    /// <summary>In position order; the same for the same number.</summary>
    public static IEnumerable<Transfer> Transfers(int count, AssetId asset)
    {
        int number = 0;
        foreach (var transfer in new SyntheticChain(count, Math.Min(MostAddresses, count / 2), 1).All())
        {
            var (turn, rest) = int.DivRem(number++, HubEvery);
            var hub = HubOf(turn / 2 % Hubs);
            var paid = transfer with { Asset = asset };
            yield return rest != 0 ? paid : turn % 2 == 0 ? paid with { To = hub } : paid with { From = hub };
        }
    }

    public static Address HubOf(int hub)
    {
        byte[] bytes = new byte[20];
        bytes[0] = 0xb0;
        bytes[19] = (byte)hub;
        return new(AddressKind.Account20, bytes);
    }

    /// <summary>Of addresses that moved something every tenth is known; the other labels are of addresses that did not.</summary>
    public static IEnumerable<Label> LabelsOf(List<Address> known, int count)
    {
        var random = new Random(2);
        byte[] bytes = new byte[20];
        for (int i = 0; i < count; i++)
        {
            random.NextBytes(bytes);
            var address = i < Hubs && i % 2 == 0 ? HubOf(i) : i % 5 == 0 ? known[random.Next(known.Count)] : new Address(AddressKind.Account20, bytes);
            yield return new()
            {
                Subject = new LabelSubject.OfAddress(null, address),
                Name = string.Create(CultureInfo.InvariantCulture, $"Known {i % 1000}"),
                Category = Categories[i % 97 % Categories.Length],
                Source = "bench",
                Learned = new(2023, 9, 12),
            };
        }
    }
}
