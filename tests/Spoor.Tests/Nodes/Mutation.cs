using System.Text;
using CsCheck;

namespace Spoor.Tests.Nodes;

/// <summary>Damages done to an answer: cut, a byte changed, a stretch dropped or doubled, a number exchanged.</summary>
internal static class Mutation
{
    private static readonly string[] Intruders =
    [
        "null", "-1", "1e400", "9223372036854775808", "99999999999999999999999999999999999999999", "0.000000001", "\"\"", "[]", "{}", "\"\\ud800\"", "true", "21000001",
    ];

    public static Gen<byte[]> Of(byte[] answer)
    {
        var place = Gen.Int[0, answer.Length - 1];
        return Gen.OneOf(
            place.Select(at => answer[..at]),
            Gen.Select(place, Gen.Byte, (at, value) => With(answer, at, 1, [value])),
            Gen.Select(place, Gen.Int[1, 60], (at, count) => With(answer, at, count, [])),
            Gen.Select(place, Gen.Int[1, 60], (at, count) => With(answer, at, 0, answer.AsSpan(at, Math.Min(count, answer.Length - at)))),
            Gen.Select(place, Gen.Int['0', '9'], (at, digit) => WithDigit(answer, at, (byte)digit)),
            Gen.Select(place, Gen.Int[0, Intruders.Length - 1], (at, which) => WithValue(answer, at, Intruders[which])));
    }

    /// <summary>Where a damaged answer leaves the whole one, for the message of a failed test.</summary>
    public static string Shown(byte[] whole, byte[] damaged)
    {
        int at = whole.AsSpan().CommonPrefixLength(damaged);
        return $"at {at}: '{Around(whole, at)}' became '{Around(damaged, at)}'";
    }

    private static string Around(byte[] answer, int at) =>
        Encoding.UTF8.GetString(answer.AsSpan(Math.Max(0, at - 60), Math.Min(answer.Length, at + 60) - Math.Max(0, at - 60)));

    private static byte[] With(byte[] answer, int at, int count, ReadOnlySpan<byte> inserted) =>
        [.. answer.AsSpan(0, at), .. inserted, .. answer.AsSpan(Math.Min(answer.Length, at + count))];

    private static byte[] WithDigit(byte[] answer, int at, byte digit)
    {
        int found = Array.FindIndex(answer, at, one => char.IsAsciiDigit((char)one));
        return found < 0 ? answer : With(answer, found, 1, [digit]);
    }

    private static byte[] WithValue(byte[] answer, int at, string text)
    {
        int colon = Array.IndexOf(answer, (byte)':', at);
        if (colon < 0)
        {
            return answer;
        }

        int end = Array.FindIndex(answer, colon, one => one is (byte)',' or (byte)'}' or (byte)'\n');
        return With(answer, colon + 1, Math.Max(0, end - colon - 1), Encoding.UTF8.GetBytes(text));
    }
}
