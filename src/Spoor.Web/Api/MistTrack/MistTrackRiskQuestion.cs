using Microsoft.AspNetCore.Http;
using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Workspace;
using Spoor.Workspace.Screening;

namespace Spoor.Web.Api.MistTrack;

/// <summary>Whose risk a client asks for: an address, or whoever was paid or paid in a transaction.</summary>
internal sealed record MistTrackRiskQuestion(ChainId Chain, IReadOnlyList<Address> Addresses, ScreeningBook Book)
{
    // A word of our own: the clients' own list has none for a transaction.
    public const string BadTransaction = "InvalidTxid";

    private const int MostParties = 100;

    /// <summary>The screening of the address, or of the gravest one of the transaction.</summary>
    public AddressScreening Gravest() => Addresses.Select(address => Book.Screen(address, Chain)).MaxBy(screening => screening.Risk.Score ?? -1)!;

    /// <exception cref="MistTrackRefusalException">It is not as described.</exception>
    public static async Task<MistTrackRiskQuestion> ReadAsync(MistTrackTask asked, Workbench workbench, ScreeningSource source, CancellationToken cancellation)
    {
        if (!MistTrackCoins.ByName.TryGetValue(asked.Coin, out var coin))
        {
            throw new MistTrackRefusalException(MistTrackQuestion.BadToken);
        }

        var chain = coin.Asset.Chain;
        var addresses = string.IsNullOrEmpty(asked.Txid)
            ? [AddressText.TryParse(chain, asked.Address ?? "", out var address) ? address : throw new MistTrackRefusalException(MistTrackQuestion.BadAddress)]
            : await PartiesAsync(coin, asked, workbench, cancellation);
        return new(chain, addresses, await source.BookAsync(cancellation));
    }

    /// <summary>What stands in a query, as a client of version 1 to 3 sends it.</summary>
    public static MistTrackTask TaskOf(HttpRequest request) => new(
        request.Query["coin"].ToString(), request.Query["address"].ToString(), request.Query["txid"].ToString(), request.Query["direction"].ToString(), null);

    // A deposit is judged by who paid, a withdrawal by who was paid, anything else by both.
    private static async Task<IReadOnlyList<Address>> PartiesAsync(Token coin, MistTrackTask asked, Workbench workbench, CancellationToken cancellation)
    {
        var transfers = TxHash.TryParse(asked.Txid!, out var tx)
            ? await (await workbench.TransfersAsync(cancellation)).TransactionsAsync(coin.Asset.Chain, [tx], cancellation)
            : [];
        var parties = transfers.Where(transfer => transfer.Asset == coin.Asset)
            .SelectMany(transfer => asked.Direction switch { "deposit" => [transfer.From], "withdraw" => [transfer.To], _ => new[] { transfer.From, transfer.To } })
            .OfType<Address>().Distinct().Take(MostParties).ToList();
        return parties.Count > 0 ? parties : throw new MistTrackRefusalException(BadTransaction);
    }
}
