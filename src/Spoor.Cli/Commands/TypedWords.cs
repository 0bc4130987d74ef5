using System.CommandLine;
using Spoor.Storage.ClickHouse;

namespace Spoor.Cli.Commands;

/// <summary>A command as the user typed it, to be repeated with a word more.</summary>
internal static class TypedWords
{
    public static string Words(this ParseResult parsed) =>
        string.Join(' ', parsed.Tokens.Select(token => Quoted(ClickHouseAddress.WithoutPasswords(token.Value))).Prepend("spoor"));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:,+@%".Contains(c, StringComparison.Ordinal)) ? word : $"'{word}'";
}
