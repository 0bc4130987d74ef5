using System.Globalization;
using Microsoft.AspNetCore.Http;
using Spoor.Transfers;

namespace Spoor.Web.Serving;

/// <summary>What stands in a path or a query, as a value or as a refusal that says what was expected.</summary>
internal static class Asked
{
    private const int MaxText = 1_000;

    /// <summary>A CAIP-10 account, or an address whose form tells its chain.</summary>
    public static (ChainId Chain, Address Address) Account(string text, string? chain = null) =>
        Read(Problem.BadAddress, () => AccountText.Parse(text, chain is null ? null : ChainRegistry.Find(chain).Id));

    /// <summary>A parameter of the query; null where it is not there or empty.</summary>
    /// <exception cref="RefusalException">It is there twice, or longer than anything that is meant.</exception>
    public static string? Text(HttpRequest request, string name)
    {
        var values = request.Query[name];
        return values.Count > 1 || values.ToString().Length > MaxText
            ? throw new RefusalException(Problem.BadParameter, $"{name}: expected it once, and at most {MaxText} characters.")
            : values.ToString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Whether something is asked for that is usually not.</summary>
    public static bool Flag(HttpRequest request, string name) => Text(request, name) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new RefusalException(Problem.BadParameter, $"{name}: expected true or false, found '{other}'."),
    };

    public static DateOnly? Day(string? text, string name) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusalException(Problem.BadParameter, $"{name}: expected a day such as 2023-09-13, found '{text}'.");

    /// <summary>A whole number between two.</summary>
    public static int Number(string? text, string name, (int Least, int Most) range, int usual) => text is null ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= range.Least && number <= range.Most ? number
        : throw new RefusalException(Problem.BadParameter, $"{name}: expected a number from {range.Least} to {range.Most}, found '{text}'.");

    /// <summary>A parser's refusal as a refusal of the request.</summary>
    public static T Read<T>(Problem problem, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException failure)
        {
            throw new RefusalException(problem, failure.Message, failure);
        }
    }
}
