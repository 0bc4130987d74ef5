using System.Globalization;

namespace Spoor.Tests.Cli;

/// <summary>A contract that does what its caller says: two calls, with coins if asked, then one event with four topics.</summary>
/// <remarks>
/// Stands for a pool or a bridge where only what is seen of it from outside matters. What it is sent, in words of 32 bytes: callee and coins of
/// the first call, 4 words of data for it; the same of the second; four topics; the event's data. Calls get <see cref="CallBytes"/> bytes. It fails if a call does.
/// </remarks>
internal static class ScriptedContract
{
    // A selector and three words, as transferFrom takes them; tokens ignore what is too much.
    private const int CallBytes = 100;
    private const int CallWords = 4;
    private const int WordDigits = 64;

    // Memory gets all that was sent.
    private const string Copy = "36 6000 6000 37";

    // CALL(gas, callee, coins, data, 100, 0, 0), each read at the offset given; a jump over the REVERT to the place given.
    private const string FirstCall = "6000 6000 6064 6040 602051 600051 5a f1 601e 57 6000 6000 fd 5b";
    private const string SecondCall = "6000 6000 6064 610100 60e051 60c051 5a f1 6038 57 6000 6000 fd 5b";

    // LOG4(512, sent - 512, topics), then STOP.
    private const string Log = "6101e051 6101c051 6101a051 61018051 610200 36 03 610200 a4 00";

    private static readonly string Code = string.Concat(Copy, FirstCall, SecondCall, Log).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Data of the transaction that creates it: copies the code behind these twelve bytes, and returns it.</summary>
    public static string Create => $"0x61{Code.Length / 2:x4}80600c6000396000f3{Code}";

    /// <summary>A call in the script.</summary>
    /// <param name="data">In hexadecimal with <c>0x</c>.</param>
    public static string Call(string callee, UInt128 coins, string data = "0x")
    {
        Assert.True(data.Length <= 2 + (2 * CallBytes), "A call in a script has no room for so much.");
        return Word(callee) + Word(coins) + data[2..].PadRight(CallWords * WordDigits, '0');
    }

    /// <summary>A call of nobody.</summary>
    public static string Nothing => Call("0x0", 0);

    public static string Event(string topic, string first, string second, string third, params string[] data) =>
        topic[2..] + first + second + third + string.Concat(data);

    public static string Word(UInt128 number) => number.ToString("x64", CultureInfo.InvariantCulture);

    public static string Word(string address) => address[2..].ToLowerInvariant().PadLeft(WordDigits, '0');
}
