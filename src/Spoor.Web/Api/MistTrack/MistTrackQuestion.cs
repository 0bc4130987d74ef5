using System.Globalization;
using Microsoft.AspNetCore.Http;
using Spoor.Labels;
using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Addresses;
using Spoor.Workspace.Screening;

namespace Spoor.Web.Api.MistTrack;

/// <summary>What a client asks: a coin and an address, and what the server has to answer it from.</summary>
internal sealed record MistTrackQuestion(HttpRequest Request, Token Coin, Address Address, ScreeningBook Book, AddressPast Past)
{
    public const string BadToken = "UnsupportedToken";
    public const string BadAddress = "InvalidAddress";
    public const string Hub = "UnsupportedAddressType";

    public ChainId Chain => Coin.Asset.Chain;

    /// <summary>Its transfers of the coin, in order.</summary>
    public IEnumerable<Transfer> Transfers => Past.Transfers.Where(transfer => transfer.Asset == Coin.Asset);

    /// <summary>The transfers of the coin with somebody else, by whether they came in.</summary>
    public IEnumerable<(Address Other, Transfer Transfer, bool IsIn)> Meetings =>
        from transfer in Transfers
        let isIn = transfer.To == Address
        let other = isIn ? transfer.From : transfer.To
        where other is not null && other != Address
        select (other.Value, transfer, isIn);

    /// <exception cref="MistTrackRefusalException">It is not as described.</exception>
    public static async Task<MistTrackQuestion> ReadAsync(HttpContext context, Workbench workbench, ScreeningSource source)
    {
        if (!MistTrackCoins.ByName.TryGetValue(context.Request.Query["coin"].ToString(), out var coin))
        {
            throw new MistTrackRefusalException(BadToken);
        }

        if (!AddressText.TryParse(coin.Asset.Chain, context.Request.Query["address"].ToString(), out var address))
        {
            throw new MistTrackRefusalException(BadAddress);
        }

        var past = await AddressPast.ReadAsync(await workbench.TransfersAsync(context.RequestAborted), coin.Asset.Chain, address, context.RequestAborted)
            ?? throw new MistTrackRefusalException(Hub);
        return new(context.Request, coin, address, await source.BookAsync(context.RequestAborted), past);
    }

    /// <summary>The label of an address that says most, with its category; null for one that nobody names.</summary>
    public (ExposureCategory Category, Label Label)? Known(Address address) => ExposureCategories.Gravest(Book.Labels.AllOf(Chain, address));

    /// <summary>An amount in whole coins as a JSON number: every digit, no exponent.</summary>
    public string Coins(Sum sum)
    {
        string digits = sum.ToString().PadLeft(Coin.Decimals + 1, '0');
        string fraction = digits[^Coin.Decimals..].TrimEnd('0');
        return fraction.Length == 0 ? digits[..^Coin.Decimals] : $"{digits[..^Coin.Decimals]}.{fraction}";
    }

    /// <summary>A moment in seconds since 1970.</summary>
    public DateTimeOffset? Moment(string name) =>
        Request.Query[name].ToString() is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : throw new RefusalException(Problem.BadParameter, $"{name}: expected seconds since 1970, found '{text}'.");
}

/// <summary>A refusal in the words that clients of this API know.</summary>
internal sealed class MistTrackRefusalException(string message) : Exception(message);
