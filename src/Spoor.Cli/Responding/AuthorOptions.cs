using System.CommandLine;
using Spoor.Response;

namespace Spoor.Cli.Responding;

/// <summary>Who acts, and why: every act says both.</summary>
internal sealed class AuthorOptions
{
    private readonly Option<string> _by = new("--by")
    {
        Description = "Who decided it [default: the user of this machine].",
        HelpName = "NAME",
        DefaultValueFactory = _ => Environment.UserName,
    };

    private readonly Option<string> _why = new("--why") { Description = "Why; it is kept with the act.", HelpName = "TEXT", Required = true };

    public static AuthorOptions On(Command command)
    {
        var options = new AuthorOptions();
        command.Options.Add(options._why);
        command.Options.Add(options._by);
        return options;
    }

    public ActAuthor Read(ParseResult parsed) => ActAuthor.OfPerson(parsed.GetValue(_by)!, parsed.GetValue(_why)!);
}
