using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Web.Accounts;

namespace Spoor.Cli.Serving;

/// <summary><c>spoor serve key</c>: keys with which programs ask.</summary>
internal static class KeyCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group("key", "Add, list and revoke keys with which programs ask the server.", Add(terminal), List(terminal), Revoke(terminal));

    private static Verb Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Who or what it is for." };
        var role = RoleOption.Create();
        var data = DataOption.Create();
        var command = new Command("add", "Make a key and show it, once; only a hash of it is kept.") { name, role, data };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor serve key add screening --role viewer", "spoor serve key add desk-bot --role responder --data case-17"]);

        int Run(ParseResult parsed)
        {
            var (key, text) = ApiKey.Draw(parsed.GetValue(name)!, role.RoleOf(parsed), terminal.Clock.GetUtcNow());
            AccountFile.In(data.FolderOf(parsed, terminal)).Change(book => book.With(key));
            terminal.PageText.WriteLine(text);
            terminal.TalkText.WriteLine(MessageText.Of($"Key {key.Id} of {key.Name}, {key.Role.Word()}. It is shown this once; whoever has it asks as '{key.Name}'."));
            return ExitCode.Done;
        }
    }

    private static Verb List(Terminal terminal)
    {
        var data = DataOption.Create();
        var command = new Command("list", "List all keys, without what they open with.") { data };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor serve key list", "spoor serve key list --data case-17"]);

        int Run(ParseResult parsed)
        {
            var keys = AccountFile.In(data.FolderOf(parsed, terminal)).Current().Keys;
            if (keys.Count == 0)
            {
                terminal.Line("There are no keys. Make one with: spoor serve key add NAME --role viewer");
                return ExitCode.Nothing;
            }

            terminal.Table(
                ["id", "name", "role", "made", "revoked"],
                keys.Select(key => new[] { key.Id, key.Name, key.Role.Word(), Rendered.Moment(key.Created), key.Revoked is { } revoked ? Rendered.Moment(revoked) : "" }));
            return ExitCode.Done;
        }
    }

    private static Verb Revoke(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "As 'spoor serve key list' shows it." };
        var data = DataOption.Create();
        var command = new Command("revoke", "Revoke a key: it opens nothing from then on, also at a server that runs.") { id, data };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor serve key revoke 0f3a5c7e9b1d"]);

        int Run(ParseResult parsed)
        {
            AccountFile.In(data.FolderOf(parsed, terminal)).Change(book => book.Revoke(parsed.GetValue(id)!, terminal.Clock.GetUtcNow()));
            terminal.TalkText.WriteLine(MessageText.Of($"Key {parsed.GetValue(id)} is revoked."));
            return ExitCode.Done;
        }
    }
}
