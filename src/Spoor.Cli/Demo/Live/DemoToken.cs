using System.Globalization;
using System.Text;

namespace Spoor.Cli.Demo.Live;

/// <summary>The token of <c>DemoToken.sol</c>: what to send to create it and to call it, in hexadecimal with <c>0x</c>.</summary>
internal static class DemoToken
{
    private const string Resource = "Spoor.Cli.Demo.Live.DemoToken.hex";

    // A word of the contract ABI: 32 bytes.
    private const int WordDigits = 64;

    private static readonly string Code = ReadCode();

    /// <summary>Data of the transaction that creates it; the sender owns it and gets the supply.</summary>
    public static string Create(string name, string symbol, byte decimals, UInt128 supply)
    {
        string first = Text(name);
        int head = 4 * WordDigits / 2;
        return "0x" + Code + Word((uint)head) + Word((uint)(head + (first.Length / 2))) + Word(decimals) + Word(supply) + first + Text(symbol);
    }

    public static string Transfer(string to, UInt128 units) => "0xa9059cbb" + Word(to) + Word(units);

    public static string Approve(string spender, UInt128 units) => "0x095ea7b3" + Word(spender) + Word(units);

    public static string TransferFrom(string from, string to, UInt128 units) => "0x23b872dd" + Word(from) + Word(to) + Word(units);

    public static string Mint(string to, UInt128 units) => "0x40c10f19" + Word(to) + Word(units);

    public static string TransferOwnership(string owner) => "0xf2fde38b" + Word(owner);

    private static string Word(UInt128 number) => number.ToString("x64", CultureInfo.InvariantCulture);

    private static string Word(string address) => address[2..].ToLowerInvariant().PadLeft(WordDigits, '0');

    // Its length, then its bytes, filled up to whole words.
    private static string Text(string text)
    {
        string digits = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
        int words = (digits.Length + WordDigits - 1) / WordDigits;
        return Word((uint)(digits.Length / 2)) + digits.PadRight(words * WordDigits, '0');
    }

    private static string ReadCode()
    {
        using var stream = typeof(DemoToken).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return string.Concat(reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Trim()));
    }
}
