using System.Globalization;
using System.Text;

namespace Spoor.Cli.Output;

/// <summary>A message as it may be shown, whatever of a file it quotes.</summary>
internal static class MessageText
{
    /// <summary>Control characters and invisible formatting as their numbers, since they could rewrite the screen; lines stay lines.</summary>
    public static string Of(string message)
    {
        var shown = new StringBuilder(message.Length);
        foreach (var rune in message.EnumerateRunes())
        {
            bool hidden = rune.Value is not ('\n' or '\r' or '\t')
                && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.Control or UnicodeCategory.Format);
            shown.Append(hidden ? $"<U+{rune.Value:X4}>" : rune.ToString());
        }

        return shown.ToString();
    }
}
