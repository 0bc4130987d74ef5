using Spoor.Chains.Nodes;

namespace Spoor.Chains.Bitcoin;

/// <summary>Bitcoin Core's errors, with what to do about them.</summary>
internal static class BitcoinFault
{
    /// <summary>RPC_INVALID_PARAMETER of Bitcoin Core's <c>rpc/protocol.h</c>: a height above the head, a verbosity that is not known.</summary>
    public const int InvalidParameter = -8;

    /// <summary>RPC_INVALID_ADDRESS_OR_KEY: no such block or transaction.</summary>
    public const int NotFound = -5;

    public static NodeAnswerException Explained(NodeAnswerException error, long height)
    {
        string? advice = error.Message switch
        {
            var text when text.Contains("pruned data", StringComparison.OrdinalIgnoreCase) =>
                "the node is pruned and has deleted this block; start from a later block, or use a node that runs with -prune=0",
            var text when text.Contains("Undo data", StringComparison.OrdinalIgnoreCase) =>
                "the node lacks what tells which outputs the block spends; restart it with -reindex-chainstate, or with -reindex if that does not help",
            var text when text.Contains("not found on disk", StringComparison.OrdinalIgnoreCase) || text.Contains("not fully downloaded", StringComparison.OrdinalIgnoreCase) =>
                "the node knows the header only and has not downloaded the block yet; wait until it has",
            _ => null,
        };
        return advice is null ? error : new($"Block {height}: {error.Message}; {advice}.", error) { MayPass = false, Code = error.Code };
    }
}
