using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Response.Freezing;
using Spoor.Workspace.Questions;

namespace Spoor.Cli.Responding;

/// <summary>Who asks for a freeze, with what right, for what and by when.</summary>
internal sealed class FreezeOptions
{
    private readonly Option<string> _requester = new("--requester") { Description = "Who asks.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private readonly Option<string> _authority = new("--authority") { Description = "The police or court that has the case.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private readonly Option<string> _number = new("--case-number") { Description = "Its number there.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private readonly Option<string> _contact = new("--contact") { Description = "Whom the recipient may call or write to.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private readonly Option<string> _action = new("--action") { Description = "What is asked for: preserve, freeze or kyc.", DefaultValueFactory = _ => "freeze" };
    private readonly Option<string?> _deadline = new("--deadline") { Description = "Until when an answer is asked for.", HelpName = "TIME" };

    public static FreezeOptions On(Command command)
    {
        var options = new FreezeOptions();
        options._action.AcceptOnlyFromAmong("preserve", "freeze", "kyc");
        Array.ForEach<Option>([options._requester, options._authority, options._number, options._contact, options._action, options._deadline], command.Options.Add);
        return options;
    }

    /// <param name="victim">Asks, where nobody else is named.</param>
    public FreezeRequester Read(ParseResult parsed, string victim) => new()
    {
        Name = parsed.GetValue(_requester) is { Length: > 0 } named ? named : victim,
        Authority = parsed.GetValue(_authority)!,
        CaseNumber = parsed.GetValue(_number)!,
        Contact = parsed.GetValue(_contact)!,
        Action = Enum.Parse<FreezeAction>(parsed.GetValue(_action)!, ignoreCase: true),
        Deadline = parsed.GetValue(_deadline) is { } text ? MomentText.Parse(text, endOfDay: true) : null,
    };

    /// <summary>What a recipient is known to ask back for.</summary>
    public static void SayMissing(FreezeRequester requester, Terminal terminal)
    {
        string[] missing =
        [
            .. new[] { (requester.Authority, "--authority"), (requester.CaseNumber, "--case-number"), (requester.Contact, "--contact") }
                .Where(one => one.Item1.Length == 0).Select(one => one.Item2),
        ];
        if (missing.Length > 0)
        {
            terminal.TalkText.WriteLine($"The packets do not say {string.Join(", ", missing)}: whoever gets them will ask for it before acting.");
        }
    }
}
