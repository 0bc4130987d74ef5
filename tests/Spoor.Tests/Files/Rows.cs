using System.Globalization;

namespace Spoor.Tests.Files;

/// <summary>Rows of the formats under test, short enough to read.</summary>
internal static class Rows
{
    public const string TokenTransferHeader = "token_address,from_address,to_address,value,transaction_hash,log_index,block_number\n";

    public const string TransactionHeader =
        "hash,nonce,block_number,transaction_index,from_address,to_address,value,block_timestamp,receipt_status,receipt_gas_used,receipt_effective_gas_price\n";

    public const string TraceHeader =
        "block_number,transaction_hash,transaction_index,from_address,to_address,value,trace_type,call_type,trace_address,error,status\n";

    public const string SpoorHeader = "chain,block,time,tx,kind,from,to,asset,amount,tx_index,index\n";

    /// <summary>An address, a hash: the number in hex.</summary>
    public static string Account(int number) => "0x" + number.ToString("x40", CultureInfo.InvariantCulture);

    public static string Hash(int number) => "0x" + number.ToString("x64", CultureInfo.InvariantCulture);

    public static string Token(int from, int to, string value, int tx = 1, int log = 0, int block = 10) =>
        $"{Account(0xdac)},{Account(from)},{Account(to)},{value},{Hash(tx)},{log},{block}\n";

    public static string Transaction(int tx, int from, int? to, string value, string status = "1", int index = 0, int block = 10) =>
        $"{Hash(tx)},0,{block},{index},{Account(from)},{(to is { } known ? Account(known) : "")},{value},1438936285,{status},21000,5\n";

    public static string Trace(
        int tx, string address, int from, int to, string value, string type = "call", string call = "call", string status = "1", int block = 10) =>
        $"{block},{Hash(tx)},0,{Account(from)},{Account(to)},{value},{type},{call},\"{address}\",{(status == "0" ? "Reverted" : "")},{status}\n";

    public static string Own(string chain, int block, int tx, string kind, string from, string to, string asset, string amount, int index = 0) =>
        $"{chain},{block},2023-09-12 13:05:11,{Hash(tx)},{kind},{from},{to},{asset},{amount},0,{index}\n";
}
