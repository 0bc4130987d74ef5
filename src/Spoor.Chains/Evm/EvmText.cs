using System.Globalization;
using System.Text;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>What is sent to EVM nodes and read of them outside of blocks: numbers, hashes and addresses as <c>0x…</c>.</summary>
internal static class EvmText
{
    /// <summary>A number as nodes take it, without leading zeros, with the quotes of JSON.</summary>
    public static string Quoted(long number) => $"\"0x{number.ToString("x", CultureInfo.InvariantCulture)}\"";

    public static string Quoted(TxHash hash) => $"\"0x{hash}\"";

    public static string Quoted(Address address) => $"\"{Hex(address)}\"";

    public static string Hex(Address address) => $"0x{Convert.ToHexStringLower(address.ToBytes())}";

    /// <summary>A number that nodes write with up to 64 digits; leading zeros are tolerated.</summary>
    public static bool TryNumber(string? text, out UInt128 number)
    {
        number = 0;
        return text is not null && HexText.TryNumber(Encoding.UTF8.GetBytes(text), out number, out bool fits) && fits;
    }

    /// <summary>A count, a height or a time: a number that fits into 63 bits.</summary>
    public static bool TryCount(string? text, out long count)
    {
        bool fits = TryNumber(text, out var number) && number <= (UInt128)long.MaxValue;
        count = fits ? (long)number : 0;
        return fits;
    }
}
