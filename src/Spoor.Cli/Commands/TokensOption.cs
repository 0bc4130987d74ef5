using System.CommandLine;
using System.Text.Json;
using Spoor.Cli.Output;
using Spoor.Transfers;

namespace Spoor.Cli.Commands;

/// <summary><c>--tokens</c>: lists with the symbols and decimals of tokens, before the few that are built in.</summary>
internal sealed class TokensOption
{
    private readonly Option<string[]> _lists;

    private TokensOption(Option<string[]> lists) => _lists = lists;

    public static TokensOption On(Command command)
    {
        var lists = new Option<string[]>("--tokens") { Description = "Token list (JSON) with symbols and decimals; may be repeated.", HelpName = "FILE" };
        command.Options.Add(lists);
        return new(lists);
    }

    /// <exception cref="FormatException">A file is no token list.</exception>
    public TokenList Read(ParseResult parsed, Terminal terminal) =>
        TokenList.Merge([.. (parsed.GetValue(_lists) ?? []).Select(path => ReadFile(terminal.PathOf(path))), TokenList.Builtin]);

    /// <exception cref="FormatException">The file is no token list.</exception>
    public static TokenList ReadFile(string path)
    {
        try
        {
            return TokenList.Parse(File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is FormatException or JsonException or InvalidOperationException)
        {
            // Text with half a surrogate pair is valid JSON, so that the parser takes it and only its reader complains.
            throw new FormatException($"{Path.GetFileName(path)}: this is not a token list. {failure.Message}", failure);
        }
    }
}
