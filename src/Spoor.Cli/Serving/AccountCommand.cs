using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Web.Accounts;

namespace Spoor.Cli.Serving;

/// <summary><c>spoor serve account</c>: people who sign in with a password.</summary>
internal static class AccountCommand
{
    public static Verb Create(Terminal terminal) => Verb.Group(
        "account", "Add, list and remove accounts of people who sign in with a password.", Add(terminal), List(terminal), Remove(terminal));

    private static Verb Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "What they sign in as." };
        var role = RoleOption.Create();
        var data = DataOption.Create();
        var variable = new Option<string?>("--password-env") { Description = "The environment variable with the password.", HelpName = "NAME" };
        var file = new Option<string?>("--password-file") { Description = "The file whose first line is the password.", HelpName = "FILE" };
        var command = new Command("add", "Give somebody an account; the password never stands on the command line.") { name, role, variable, file, data };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor serve account add alice --role admin --password-env SPOOR_PASSWORD", "spoor serve account add bob --role investigator --password-file bob.txt"]);

        int Run(ParseResult parsed)
        {
            string? password = (parsed.GetValue(variable), parsed.GetValue(file)) switch
            {
                ({ } named, null) => Environment.GetEnvironmentVariable(named),
                (null, { } path) => File.ReadLines(terminal.PathOf(path)).FirstOrDefault(),
                _ => throw new FormatException("Expected the password in one of --password-env NAME and --password-file FILE."),
            };
            var account = new Account(AccountName.Checked(parsed.GetValue(name)), role.RoleOf(parsed), PasswordHash.Of(password ?? ""));
            AccountFile.In(data.FolderOf(parsed, terminal)).Change(book => book.With(account));
            terminal.TalkText.WriteLine(MessageText.Of($"{account.Name} may sign in as {account.Role.Word()}."));
            return ExitCode.Done;
        }
    }

    private static Verb List(Terminal terminal)
    {
        var data = DataOption.Create();
        var command = new Command("list", "List all accounts.") { data };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor serve account list"]);

        int Run(ParseResult parsed)
        {
            var accounts = AccountFile.In(data.FolderOf(parsed, terminal)).Current().Accounts;
            if (accounts.Count == 0)
            {
                terminal.Line("There are no accounts. Make one with: spoor serve account add NAME --role admin --password-env VARIABLE");
                return ExitCode.Nothing;
            }

            terminal.Table(["name", "role"], accounts.Select(account => new[] { account.Name, account.Role.Word() }));
            return ExitCode.Done;
        }
    }

    private static Verb Remove(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Whose account it is." };
        var data = DataOption.Create();
        var command = new Command("remove", "Take an account away; its sessions end at once, also at a server that runs.") { name, data };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor serve account remove bob"]);

        int Run(ParseResult parsed)
        {
            AccountFile.In(data.FolderOf(parsed, terminal)).Change(book => book.Without(parsed.GetValue(name)!));
            terminal.TalkText.WriteLine(MessageText.Of($"{parsed.GetValue(name)} may sign in no more."));
            return ExitCode.Done;
        }
    }
}
