using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Transfers;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Addresses;

namespace Spoor.Web.Api;

/// <summary><c>/addresses</c>: what an address is, did, and with whom.</summary>
internal static class AddressRoutes
{
    private const string Counterparties = "counterparties";
    private const string Transfers = "transfers";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/addresses/{account}", SummaryAsync)
            .Tells("address", "An address: what came and went by asset, its labels, the same key on other chains, the incidents that name it.", "address/1", Problem.BadAddress, Problem.TooMany)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/addresses/{account}/transfers", TransfersAsync)
            .Tells("addressTransfers", "Its transfers in position order, a page at a time (limit, cursor).", "transfers/1", Problem.BadAddress, Problem.BadCursor, Problem.BadParameter, Problem.TooMany)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
        api.MapGet("/addresses/{account}/counterparties", CounterpartiesAsync)
            .Tells("addressCounterparties", "Who is on the other side, the busiest first, a page at a time (limit, cursor).", "counterparties/1", Problem.BadAddress, Problem.BadCursor, Problem.BadParameter, Problem.TooMany)
            .Answers(StatusCodes.Status200OK).For(Role.Viewer);
    }

    private static async Task<DocumentAnswer> SummaryAsync(string account, HttpContext context, Workbench workbench)
    {
        var past = await PastAsync(account, context, workbench);
        var view = await AddressView.OfAsync(workbench, past, context.RequestAborted);
        return DocumentAnswer.Of(output => AddressJson.Write(view, output));
    }

    private static async Task<DocumentAnswer> TransfersAsync(string account, HttpContext context, Workbench workbench)
    {
        var past = await PastAsync(account, context, workbench);
        int limit = Cursor.LimitOf(context.Request);
        var (after, same) = PlaceOf(Cursor.Read(Transfers, context.Request));
        var page = past.Transfers.SkipWhile(transfer => after is { } place && transfer.Position < place)
            .SkipWhile(transfer => after is { } place && transfer.Position == place && same-- > 0)
            .Take(limit + 1).ToList();
        string? next = page.Count > limit ? Cursor.Write(Transfers, PlaceAfter(past.Transfers, page[limit - 1])) : null;
        return DocumentAnswer.Of(output => AddressJson.WriteTransfers(past.Chain, past.Address, [.. page.Take(limit)], next, output));
    }

    private static async Task<DocumentAnswer> CounterpartiesAsync(string account, HttpContext context, Workbench workbench)
    {
        var past = await PastAsync(account, context, workbench);
        int limit = Cursor.LimitOf(context.Request);
        int from = Cursor.ReadNumber(Counterparties, context.Request);
        var all = await Counterparty.OfAsync(await workbench.TransfersAsync(context.RequestAborted), past, context.RequestAborted);
        var page = all.Skip(from).Take(limit).ToList();
        var labels = await AddressLabels.OfAsync(workbench, [.. page.Select(other => other.Address)], context.RequestAborted);
        string? next = from + page.Count < all.Count ? Cursor.Write(Counterparties, (from + page.Count).ToString(CultureInfo.InvariantCulture)) : null;
        return DocumentAnswer.Of(output => AddressJson.WriteCounterparties(past, (all.Count, page), labels, next, output));
    }

    private static async Task<AddressPast> PastAsync(string account, HttpContext context, Workbench workbench)
    {
        var (chain, address) = Asked.Account(account, Asked.Text(context.Request, "chain"));
        return await AddressPast.ReadAsync(await workbench.TransfersAsync(context.RequestAborted), chain, address, context.RequestAborted)
            ?? throw new RefusalException(Problem.TooMany, $"This address is a hub: it has more than {AddressPast.MostTransfers} transfers. Ask for single transactions, or trace through the address.");
    }

    // Several transfers can have one position, so a place is a position and how many of them were given.
    private static string PlaceAfter(IReadOnlyList<Transfer> all, Transfer last) => string.Create(
        CultureInfo.InvariantCulture,
        $"{last.Position}:{all.Where(transfer => transfer.Position == last.Position).TakeWhile(transfer => transfer != last).Count() + 1}");

    private static (Position? After, int Same) PlaceOf(string? place)
    {
        if (place is null)
        {
            return (null, 0);
        }

        long[] numbers = [.. place.Split(':').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1)];
        return numbers is [>= 0, >= 0 and <= int.MaxValue, >= 0 and <= 2, >= 0 and <= int.MaxValue, >= 0 and <= int.MaxValue]
            ? (new Position(numbers[0], (int)numbers[1], (Phase)numbers[2], (int)numbers[3]), (int)numbers[4])
            : throw new RefusalException(Problem.BadCursor, "cursor: expected what an earlier page of this list gave as 'next'.");
    }
}
