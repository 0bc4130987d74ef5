using System.Globalization;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Incidents.Losses.Guards;

/// <summary>Losses found in transfers as an estimate like any other, one row a movement.</summary>
public static class TransferEstimate
{
    public const string Id = "transfers";

    /// <summary>Null where no movement concerns the loss.</summary>
    public static LossEstimate? Of(IReadOnlyList<TransferLoss> losses, TokenList tokens, string source, StatedTime fallback)
    {
        var rows = losses.Where(loss => !loss.Counted.IsZero).Select((loss, place) => RowOf(loss, place, tokens, source, fallback)).ToList();
        return rows.Count == 0 ? null : new()
        {
            Id = Id,
            AsOf = rows.Max(row => row.Time),
            Author = "Spoor",
            Method = "From transfers: the first movement out of the victim's wallets, through all guards",
            PricesKnownBy = DateOnly.MaxValue,
            Scope = string.Join(", ", rows.Select(row => IncidentWallet.TitleOf(row.Asset.Chain)).Distinct()),
            Rows = rows,
        };
    }

    private static LossRow RowOf(TransferLoss loss, int place, TokenList tokens, string source, StatedTime fallback)
    {
        var transfer = loss.Transfer;
        bool isKnown = tokens.TryGet(transfer.Asset, out var token);
        string rounded = transfer.Quality == AmountQuality.Exact ? "" : "; the amount is rounded";
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{Id}-{place + 1:00000}"),
            Asset = NamedAsset.Of(transfer.Asset),
            Amount = isKnown ? Coins.Of(loss.Counted, token!.Decimals) : null,
            Class = loss.Class,
            Time = transfer.IsTimed ? StatedTime.Parse(transfer.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : fallback,
            Tx = transfer.Tx.Render(transfer.Chain),
            Index = transfer.Position.ToString(),
            From = Written(transfer, transfer.From),
            To = Written(transfer, transfer.To),
            Source = source,
            Note = isKnown ? loss.Reason + rounded : $"{loss.Reason}; {loss.Counted} smallest units of a token on no list{rounded}",
        };
    }

    private static string Written(Transfer transfer, Address? address) =>
        address is { } known ? AddressText.Render(transfer.Chain, known) : "";
}
