using System.Text.RegularExpressions;

namespace Spoor.Chains.Nodes.JsonRpc;

/// <summary>What an error of a node means: that it was asked too often, for too much, or for what it cannot do.</summary>
/// <remarks>
/// Codes are no guide: -32005 is a limit on the rate at one provider and on the results at another, -32000 is everything.
/// So the words decide where they are plain. Seen in go-ethereum, Erigon, Nethermind, Reth and the limits published by
/// providers (https://docs.metamask.io/services/reference/ethereum/json-rpc-methods/eth_getlogs/).
/// </remarks>
internal static partial class RpcFault
{
    private const int LimitExceeded = -32005;
    private const int TooManyRequests = 429;

    /// <summary>JSON-RPC 2.0 and EIP-1474: the same question may well be answered the next time.</summary>
    private const int InternalError = -32603;

    /// <summary>EIP-1474: the resource is there but not now.</summary>
    private const int Unavailable = -32002;

    /// <summary>JSON-RPC 2.0.</summary>
    private const int MethodNotFound = -32601;

    /// <summary>EIP-1474.</summary>
    private const int MethodNotSupported = -32004;

    /// <summary>Bitcoin Core while it loads its index (RPC_IN_WARMUP).</summary>
    private const int WarmingUp = -28;

    public static NodeAnswerException Of(string method, int? code, string message)
    {
        bool tooOften = code == TooManyRequests || TooOften().IsMatch(message);
        bool tooMuch = !tooOften && (TooMuch().IsMatch(message) || (code == LimitExceeded && method == "eth_getLogs"));
        string number = code is { } known ? $" {known}" : "";
        return new($"{method} was answered with error{number}: '{NodeText.Printable(message)}'")
        {
            Code = code ?? 0,
            AskForLess = tooMuch,
            IsTooOften = tooOften || code == WarmingUp || (code == LimitExceeded && !tooMuch),
            MayPass = !tooMuch && !IsGone(message) && (tooOften || code is LimitExceeded or InternalError or Unavailable or WarmingUp),
        };
    }

    /// <summary>Whether a node says that it has thrown away what was asked for: no other time will it have it.</summary>
    public static bool IsGone(string message) => Gone().IsMatch(message);

    /// <summary>Whether a node says that it does not offer a method at all, be it for lack of the method or of the customer's plan.</summary>
    public static bool IsNotOffered(NodeAnswerException error) =>
        !error.IsTooOften && !IsGone(error.Message) && (error.Code is MethodNotFound or MethodNotSupported || NotOffered().IsMatch(error.Message));

    [GeneratedRegex(
        @"method .{0,80}(not (found|available|supported|exist|allowed|enabled|whitelisted)|does not exist|unavailable|disabled)|not available (on|in|for)|unsupported method|upgrade (to|your)|(free|current|your) (tier|plan)",
        RegexOptions.IgnoreCase)]
    private static partial Regex NotOffered();

    [GeneratedRegex("missing trie node|historical state|state .{0,60}(not available|unavailable|pruned)|pruned|required history|archive", RegexOptions.IgnoreCase)]
    private static partial Regex Gone();

    [GeneratedRegex("rate.?limit|too many requests|requests? (per|rate)|per second|throughput|capacity|request count|quota|credits", RegexOptions.IgnoreCase)]
    private static partial Regex TooOften();

    [GeneratedRegex(
        @"block range|range .{0,40}(exceed|too|limit|large|wide)|(exceed|limit|max).{0,40}range|(response|query|request|body|entity|results?|logs).{0,40}too (many|large|big|wide)|"
        + @"too many (logs|results|blocks|\[)|more than \d+ (results|logs)|response size|(query|logs).{0,30}(limit|exceed|time.?out)|narrow|reduce|batch.{0,20}(limit|size|exceed|too|not|disabled)",
        RegexOptions.IgnoreCase)]
    private static partial Regex TooMuch();
}
