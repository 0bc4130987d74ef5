using System.Text.Json;

namespace Spoor.Records;

/// <summary>Members of what an act is about, as those who fold a log read them.</summary>
public static class ActMembers
{
    /// <exception cref="FormatException">There is none, or it is no text.</exception>
    public static string Text(this Act act, string member) => act.TextOrNull(member)
        ?? throw new FormatException($"Act {act.Number} ({act.Kind}): about.{member}: expected text, found nothing of the kind; the log was written by another program or changed.");

    public static string? TextOrNull(this Act act, string member) =>
        act.About.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long? NumberOrNull(this Act act, string member) =>
        act.About.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    /// <summary>The texts of a list; none where there is no such member.</summary>
    public static IReadOnlyList<string> Texts(this Act act, string member) =>
        act.About.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
