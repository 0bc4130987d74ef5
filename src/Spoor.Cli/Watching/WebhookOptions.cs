using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Web.Webhooks;

namespace Spoor.Cli.Watching;

/// <summary>Whom to tell by webhook, and with which secret; secrets are never on the command line.</summary>
internal sealed class WebhookOptions
{
    private readonly Option<string[]> _urls = new("--webhook") { Description = "Post every notice to this URL, signed (docs/webhooks.md).", HelpName = "URL" };
    private readonly Option<string[]> _variables = new("--webhook-secret-env") { Description = "The environment variable with the secret; one for all, or one for each URL in order.", HelpName = "NAME" };
    private readonly Option<string[]> _files = new("--webhook-secret-file") { Description = "The file with the secret, instead of a variable.", HelpName = "FILE" };
    private readonly Option<bool> _internal = new("--webhook-internal") { Description = "Receivers may be on this machine or in this network, and have http." };

    public static WebhookOptions On(Command command)
    {
        var options = new WebhookOptions();
        Array.ForEach<Option>([options._urls, options._variables, options._files, options._internal], command.Options.Add);
        return options;
    }

    /// <summary>The URLs of the command line, then the owners' own.</summary>
    /// <exception cref="FormatException">A URL or a secret is not as it must be, or a secret is missing.</exception>
    public IReadOnlyList<WebhookTarget> Read(ParseResult parsed, Terminal terminal, WatchList watch)
    {
        string[] urls = parsed.GetValue(_urls) ?? [];
        List<(string Url, string? Owner)> all = [.. urls.Select(url => (url, (string?)null)), .. watch.Owners.Where(owner => owner.Hook is not null).Select(owner => (owner.Hook!.OriginalString, (string?)owner.Name))];
        if (all.Count == 0)
        {
            return [];
        }

        var secrets = SecretsOf(parsed, terminal);
        if (secrets.Count != 1 && secrets.Count != all.Count)
        {
            throw new FormatException(
                $"Expected one secret for all webhooks or one for each of {all.Count}, found {secrets.Count}; name them with --webhook-secret-env or --webhook-secret-file.");
        }

        return [.. all.Select((hook, i) => WebhookTarget.Of(hook.Url, secrets[secrets.Count == 1 ? 0 : i], parsed.GetValue(_internal)) with { Owner = hook.Owner })];
    }

    private List<WebhookSecret> SecretsOf(ParseResult parsed, Terminal terminal) =>
    [
        .. (parsed.GetValue(_variables) ?? []).Select(name => WebhookSecret.Parse(Variable(name), $"The variable {name}")),
        .. (parsed.GetValue(_files) ?? []).Select(name => WebhookSecret.Parse(File.ReadAllText(terminal.PathOf(name)), terminal.PathOf(name))),
    ];

    /// <exception cref="FormatException">It is not set.</exception>
    public static string Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new FormatException($"Expected a secret in the environment variable {name}, which is not set.");
}
