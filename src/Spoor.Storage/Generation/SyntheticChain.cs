using System.Buffers.Binary;
using Spoor.Transfers;

namespace Spoor.Storage.Generation;

/// <summary>A made-up chain of token movements with the shape of a real one; movement n can be told without the ones before it.</summary>
/// <remarks>
/// Up to a thousand services take part in most movements, the busiest in about one of twenty; every fifth movement pays an address
/// that was never seen; the others mostly choose among the latest addresses. Thefts lie among them, see <see cref="PlantedTheft"/>.
/// </remarks>
public sealed class SyntheticChain
{
    /// <summary>Movements of one block, which comes every <see cref="BlockSeconds"/>.</summary>
    public const int PerBlock = 100;

    public const int BlockSeconds = 12;

    internal const long FirstBlock = 17_000_000;

    private const long MostServices = 1_000;
    private const long PerService = 10_000;
    private const long PerNewAddress = 5;

    /// <summary>USDT, USDC and WBTC on Ethereum.</summary>
    internal static readonly IReadOnlyList<string> Tokens =
    [
        "0xdac17f958d2ee523a2206206994597c13d831ec7", "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", "0x2260fac5e5542a773aa44fbcfedf7c193bc2c599",
    ];

    private static readonly DateTimeOffset Start = new(2023, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ulong _seed;
    private readonly long _services;

    /// <param name="seed">The same seed makes the same chain.</param>
    /// <param name="transfers">How many movements.</param>
    /// <param name="thefts">How many thefts lie among them.</param>
    public SyntheticChain(ulong seed, long transfers, int thefts)
    {
        _seed = seed;
        Transfers = transfers;
        _services = ServicesOf(transfers);
        Thefts = [.. Enumerable.Range(1, thefts).Select(number => PlantedTheft.Plan(seed, number, thefts, transfers))];
    }

    public long Transfers { get; }

    public IReadOnlyList<PlantedTheft> Thefts { get; }

    internal static long BlockOf(long number) => FirstBlock + (number / PerBlock);

    internal static DateTimeOffset TimeOf(long number) => Start.AddSeconds(BlockSeconds * (number / PerBlock));

    /// <summary>The first movement of the transaction that a movement is in: every fourth movement is the second of its transaction.</summary>
    internal static long TransactionOf(long number) => number % 4 == 1 ? number - 1 : number;

    /// <summary>So few that each is busy enough to be known for a service.</summary>
    internal static long ServicesOf(long transfers) => Math.Clamp(transfers / PerService, 1, MostServices);

    internal SyntheticTransfer At(long number)
    {
        foreach (var theft in Thefts)
        {
            if (theft.TryAt(number, out var planted))
            {
                return planted;
            }
        }

        ulong first = Draw.Of(_seed, 1, (ulong)number);
        ulong second = Draw.Of(_seed, 2, (ulong)number);
        long known = _services + (number / PerNewAddress);
        var from = Party(first, known);
        var to = number % PerNewAddress == 0 ? new(0, known) : Party(second, known);
        ulong units = 1_000_000 + (ulong)Draw.Popular(Draw.Of(_seed, 3, (ulong)number), 50_000_000_000);
        return new(number, from, to == from ? new(0, known) : to, (int)((first ^ second) % (ulong)Tokens.Count), units);
    }

    // Two of five times a service; else somebody, the later known the likelier.
    private SyntheticParty Party(ulong draw, long known)
    {
        ulong again = Draw.Of(draw, 4, 0);
        return draw % 5 < 2 ? new(0, Draw.Popular(again, _services)) : new(0, known - 1 - Draw.Popular(again, known - _services + 1));
    }

    /// <summary>The 20 bytes of an address.</summary>
    internal byte[] AddressOf(SyntheticParty party) => Bytes(20, 16 + (ulong)party.Family, (ulong)party.Number);

    /// <summary>The hash of the transaction that a movement is in.</summary>
    internal byte[] HashOf(long number) => Bytes(TxHash.Bytes, 8, (ulong)TransactionOf(number));

    private byte[] Bytes(int count, ulong kind, ulong number)
    {
        Span<byte> bytes = stackalloc byte[TxHash.Bytes];
        for (int word = 0; word < 4; word++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(8 * word)..], Draw.Of(unchecked(_seed + (ulong)word), kind, number));
        }

        return bytes[..count].ToArray();
    }
}
