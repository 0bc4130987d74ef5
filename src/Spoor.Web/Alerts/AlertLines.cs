using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Spoor.Reporting;

namespace Spoor.Web.Alerts;

/// <summary>The lines of an alert file that are whole.</summary>
internal static class AlertLines
{
    /// <summary>Longer than any notice: one transaction takes 69 bytes.</summary>
    private const int MaxLine = 8 << 20;

    /// <exception cref="FormatException">A whole line is not a notice.</exception>
    public static List<AlertEntry> Read(SafeFileHandle file, string path, DateTimeOffset now)
    {
        var entries = new List<AlertEntry>();
        byte[] buffer = new byte[Math.Min(MaxLine, RandomAccess.GetLength(file))];
        long offset = 0;
        for (int read = RandomAccess.Read(file, buffer, offset); read > 0; read = RandomAccess.Read(file, buffer, offset))
        {
            int taken = TakeLines(buffer.AsSpan(0, read), offset, entries, path, now);
            if (taken == 0)
            {
                return read < MaxLine ? entries : throw Damaged(path, entries.Count + 1, $"a line of more than {MaxLine} bytes");
            }

            offset += taken;
        }

        return entries;
    }

    private static int TakeLines(ReadOnlySpan<byte> bytes, long offset, List<AlertEntry> entries, string path, DateTimeOffset now)
    {
        int taken = 0;
        for (int length = bytes.IndexOf((byte)'\n'); length >= 0; length = bytes[taken..].IndexOf((byte)'\n'))
        {
            string key = KeyOf(bytes.Slice(taken, length), path, entries.Count + 1);
            entries.Add(new(key, offset + taken, length, now));
            taken += length + 1;
        }

        return taken;
    }

    private static string KeyOf(ReadOnlySpan<byte> line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line.ToArray());
            var root = document.RootElement;
            return root.GetProperty("spoor").GetString() == AlertJson.Format
                ? AlertEntry.KeyOf(root.GetProperty("alert").GetString()!, root.GetProperty("number").GetInt32())
                : throw Damaged(path, number, "another document");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Damaged(path, number, "something else");
        }
    }

    private static FormatException Damaged(string path, int line, string found) => new(
        $"{path}, line {line}: expected a notice ({AlertJson.Format}), found {found}. Move the file away, or name another with --alerts.");
}
