using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Spoor.Web.Serving;

namespace Spoor.Web.Api;

/// <summary>Where a list goes on: text that means something to the list alone.</summary>
internal static class Cursor
{
    public const int MostItems = 1_000;
    public const int UsualItems = 100;

    private const int MaxChars = 400;

    public static string Write(string list, string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}|{place}"));

    /// <summary>The place in a list; null at its beginning.</summary>
    /// <exception cref="RefusalException">It is of another list, or of none.</exception>
    public static string? Read(string list, HttpRequest request)
    {
        string text = request.Query["cursor"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        byte[] bytes = new byte[MaxChars];
        string place = text.Length <= MaxChars && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out int read) ? Encoding.UTF8.GetString(bytes, 0, read) : "";
        return place.StartsWith($"{list}|", StringComparison.Ordinal)
            ? place[(list.Length + 1)..]
            : throw new RefusalException(Problem.BadCursor, "cursor: expected what an earlier page of this list gave as 'next'.");
    }

    /// <summary>As <see cref="Read"/> for lists whose places are numbers.</summary>
    public static int ReadNumber(string list, HttpRequest request) => Read(list, request) is not { } place ? 0
        : int.TryParse(place, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number
        : throw new RefusalException(Problem.BadCursor, "cursor: expected what an earlier page of this list gave as 'next'.");

    /// <summary>How many items a page is to have.</summary>
    public static int LimitOf(HttpRequest request) => Asked.Number(Asked.Text(request, "limit"), "limit", (1, MostItems), UsualItems);
}
