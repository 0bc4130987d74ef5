using System.Globalization;
using Spoor.Chains.Nodes.JsonRpc;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>The calls of Bitcoin Core that are used, https://developer.bitcoin.org/reference/rpc/.</summary>
internal static class BitcoinCalls
{
    public static readonly RpcCall ChainInfo = new("getblockchaininfo");

    public static readonly RpcCall NetworkInfo = new("getnetworkinfo");

    public static RpcCall HashAt(long height) => new("getblockhash", $"[{height.ToString(CultureInfo.InvariantCulture)}]");

    public static RpcCall Header(TxHash block) => new("getblockheader", $"[\"{block}\",true]");

    /// <param name="block">Its hash.</param>
    /// <param name="verbosity">3 states what inputs spend (Bitcoin Core 23.0 and later); 2 only transactions.</param>
    public static RpcCall Block(TxHash block, int verbosity) => new("getblock", $"[\"{block}\",{verbosity}]");

    // Zcash and others take a number, Bitcoin Core a number or true.
    public static RpcCall Transaction(TxHash id) => new("getrawtransaction", $"[\"{id}\",1]");
}
