using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Screening;
using Spoor.Transfers;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace.Screening;

namespace Spoor.Web.Api;

/// <summary><c>/screen</c>: what is known of one address or of ten thousand, and how grave it is.</summary>
internal static class ScreenRoutes
{
    public const int MostAddresses = 10_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/screen", ScreenAsync)
        .Tells("screen", "What is known of addresses (1 to 10,000): labels, exposure by category with the payments behind it, a score with its reasons; since an earlier answer also what changed, and why.", "screen/1", Problem.BadBody, Problem.BadAddress, Problem.TooLarge)
        .Accepts<ScreenOrder>(DocumentAnswer.Json).Answers(StatusCodes.Status200OK).For(Role.Viewer);

    private static async Task<DocumentAnswer> ScreenAsync(HttpContext context, ScreeningSource source)
    {
        var order = await JsonBody.ReadAsync(context, Bodies.Default.ScreenOrder);
        if (order.Addresses.Count is 0 or > MostAddresses)
        {
            throw new RefusalException(Problem.BadBody, $"addresses: expected 1 to {MostAddresses}, found {order.Addresses.Count}.");
        }

        var chain = order.Chain is { } name ? Asked.Read(Problem.BadBody, () => ChainRegistry.Find(name)).Id : (ChainId?)null;
        var asked = order.Addresses.Select(text => AccountOf(text, chain)).ToList();
        var earlier = order.Since is { } since ? Asked.Read(Problem.BadBody, () => ScreeningRecordReading.Read(Encoding.UTF8.GetBytes(since.GetRawText()))) : [];
        var before = earlier.DistinctBy(one => (one.Address, one.Chain)).ToDictionary(one => (one.Address, one.Chain));
        var book = await source.BookAsync(context.RequestAborted);
        var answers = asked.Select(one => Answer(book, one, before)).ToList();
        return DocumentAnswer.Of(output => JsonText.WriteDense(output, json => ScreeningJson.WriteMembers(json, book, answers, [])));
    }

    // A bare address asks about all chains at hand: the same key is the same holder.
    private static (Address Address, ChainId? Chain) AccountOf(string text, ChainId? chain)
    {
        var (told, address) = Asked.Read(Problem.BadAddress, () => AccountText.Parse(text, chain));
        return (address, chain is not null || text.Split(':') is [_, _, _] ? told : null);
    }

    private static (AddressScreening Screening, ScreeningChange? Change) Answer(
        ScreeningBook book, (Address Address, ChainId? Chain) asked, Dictionary<(Address Address, ChainId? Chain), ScreeningRecord> before)
    {
        var screening = book.Screen(asked.Address, asked.Chain);
        return (screening, before.TryGetValue((asked.Address, asked.Chain), out var record) ? ScreeningChange.Between(record, screening, book) : null);
    }
}
