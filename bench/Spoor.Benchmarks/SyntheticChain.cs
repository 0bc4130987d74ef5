using System.Buffers.Binary;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>Token transfers between made-up addresses: the same for the same size and seed, on every machine.</summary>
/// <remarks>
/// Both ends are drawn with a skew (the square of a uniform number), so that some addresses are as busy as services are
/// and most are seen once or twice. A hundred transfers make a block; amounts are wei-sized, most above 64 bits.
/// </remarks>
internal sealed record SyntheticChain(int Transfers, int Addresses, int Seed)
{
    public const int TransfersPerBlock = 100;

    private const long FirstBlock = 18_000_000;

    public static readonly ChainId Chain = ChainId.Parse("eip155:1");

    public static readonly DateTimeOffset Start = new(2023, 9, 12, 13, 0, 0, TimeSpan.Zero);

    public static readonly AssetId Token = new(Chain, "erc20:0x5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed");

    /// <summary>In position order.</summary>
    public IEnumerable<Transfer> All()
    {
        var random = new Random(Seed);
        var addresses = Parties(random);
        for (int i = 0; i < Transfers; i++)
        {
            long block = i / TransfersPerBlock;
            yield return new()
            {
                Position = new(FirstBlock + block, 0, Phase.Log, i % TransfersPerBlock),
                Time = Start.AddSeconds(12 * block),
                Tx = new(Wide(random), Wide(random)),
                Kind = TransferKind.Token,
                From = addresses[Skewed(random)],
                To = addresses[Skewed(random)],
                Asset = Token,
                Amount = new((UInt128)random.NextInt64(1, 1_000_000_000_000_000_000) * (UInt128)random.Next(1, 10_000)),
            };
        }
    }

    private Address[] Parties(Random random)
    {
        var parties = new Address[Addresses];
        byte[] bytes = new byte[20];
        for (int i = 0; i < parties.Length; i++)
        {
            random.NextBytes(bytes);
            parties[i] = new(AddressKind.Account20, bytes);
        }

        return parties;
    }

    private int Skewed(Random random)
    {
        double uniform = random.NextDouble();
        return (int)(Addresses * uniform * uniform);
    }

    private static UInt128 Wide(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }
}
