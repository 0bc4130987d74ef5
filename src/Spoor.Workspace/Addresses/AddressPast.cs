using Spoor.Transfers;

namespace Spoor.Workspace.Addresses;

/// <summary>What an address did on one chain, as the transfers of a store show it.</summary>
/// <param name="Transfers">In position order.</param>
public sealed record AddressPast(ChainId Chain, Address Address, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>More than this is a hub, whose past is nobody's to read in one piece.</summary>
    public const long MostTransfers = 250_000;

    /// <summary>By asset.</summary>
    public IReadOnlyList<AssetFlow> Flows =>
    [
        .. Transfers.GroupBy(transfer => transfer.Asset).OrderBy(group => group.Key).Select(group => AssetFlow.Of(group.Key, Address, group)),
    ];

    /// <summary>The first and the last that state a time; null where none does.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? Span => Transfers.Where(transfer => transfer.IsTimed).Select(transfer => transfer.Time).ToList() is { Count: > 0 } times
        ? (times.Min(), times.Max())
        : null;

    public long Transactions => Transfers.Select(transfer => transfer.Tx).Distinct().LongCount();

    /// <summary>Null where it is a hub.</summary>
    public static async Task<AddressPast?> ReadAsync(ITransferStore store, ChainId chain, Address address, CancellationToken cancellation)
    {
        var activity = await store.ActivityOfAsync(chain, [address], cancellation);
        return activity.TryGetValue(address, out var busy) && busy.Transfers > MostTransfers
            ? null
            : new(chain, address, await store.TransfersOfAsync(chain, [address], cancellation));
    }
}

/// <summary>What came and went of one asset.</summary>
/// <param name="In">Movements in.</param>
/// <param name="Out">Movements out, fees included.</param>
public sealed record AssetFlow(AssetId Asset, Sum Received, Sum Sent, long In, long Out)
{
    /// <summary>What is left; null where more went than is known to have come, so that the data are partial.</summary>
    public Sum? Balance => Sent.Units <= Received.Units ? new(Received.Units - Sent.Units) : null;

    internal static AssetFlow Of(AssetId asset, Address address, IEnumerable<Transfer> transfers)
    {
        var (received, sent, coming, going) = (Sum.Zero, Sum.Zero, 0L, 0L);
        foreach (var transfer in transfers)
        {
            if (transfer.To == address)
            {
                (received, coming) = (received.Plus(transfer.Amount), coming + 1);
            }

            if (transfer.From == address)
            {
                (sent, going) = (sent.Plus(transfer.Amount), going + 1);
            }
        }

        return new(asset, received, sent, coming, going);
    }
}

/// <summary>A sum of amounts: many of 128 bits do not fit into 128 bits.</summary>
public readonly record struct Sum(System.Numerics.BigInteger Units)
{
    public static readonly Sum Zero = new(System.Numerics.BigInteger.Zero);

    public Sum Plus(Amount amount) => new(Units + amount.Units);

    public override string ToString() => Units.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
