using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Web.Accounts;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Transfers;

namespace Spoor.Web.Api;

/// <summary><c>/transactions</c>: all movements of one, on whatever chain it is.</summary>
internal static class TransactionRoutes
{
    private const int MostTransfers = 10_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/transactions/{tx}", FindAsync)
        .Tells("transaction", "All movements of a transaction in position order, on every chain that has it, or on one (chain).", "transaction/1", Problem.BadParameter, Problem.NotFound, Problem.TooMany)
        .Answers(StatusCodes.Status200OK).For(Role.Viewer);

    private static async Task<DocumentAnswer> FindAsync(string tx, HttpContext context, Workbench workbench)
    {
        var hash = TxHash.TryParse(tx, out var read) ? read : throw new RefusalException(Problem.BadParameter, "tx: expected a transaction hash of 64 hex digits.");
        var chain = Asked.Text(context.Request, "chain") is { } name ? Asked.Read(Problem.BadParameter, () => ChainRegistry.Find(name)).Id : (ChainId?)null;
        var found = (await StoredTransaction.FindAsync(workbench, hash, chain, context.RequestAborted))?.Transfers ?? [];
        return found.Count switch
        {
            0 => throw new RefusalException(Problem.NotFound, "Expected a transaction that the store holds."),
            > MostTransfers => throw new RefusalException(Problem.TooMany, $"Expected a transaction of at most {MostTransfers} movements, found {found.Count}."),
            _ => DocumentAnswer.Of(output => Write(hash, found, output)),
        };
    }

    private static void Write(TxHash hash, IReadOnlyList<Transfer> found, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "transaction/1");
        json.WriteString("tx", hash.Render(found[0].Chain));
        json.WriteStartArray("chains");
        found.Select(transfer => transfer.Chain.Value).Distinct().ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteString("explorer", ChainRegistry.TryGet(found[0].Chain, out var known) ? known.PageOf(hash) : null);
        json.WriteObjects("transfers", found, transfer => TransferJson.Write(json, transfer, TokenList.Builtin));
    });
}
