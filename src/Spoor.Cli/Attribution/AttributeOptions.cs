using System.CommandLine;
using System.Globalization;
using Spoor.Attribution;
using Spoor.Cli.Links;
using Spoor.Cli.Output;
using Spoor.Workspace.Links;

namespace Spoor.Cli.Attribution;

/// <summary>The options that decide an attribution: those of a search for links, and the prior.</summary>
internal sealed class AttributeOptions
{
    private readonly Option<string> _prior = new("--prior") { Description = "The probability of one actor behind two incidents before any evidence.", HelpName = "P", DefaultValueFactory = _ => Posterior.DefaultPrior.ToString(CultureInfo.InvariantCulture) };
    private readonly Option<string?> _svg = new("--svg") { Description = "Write the waterfall of contributions as a figure.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "For programs: attribution/1 (docs/json.md)." };
    private readonly LinkOptions _links;

    public AttributeOptions(Command command)
    {
        _links = LinkOptions.On(command);
        Array.ForEach<Option>([_prior, _svg, _json], command.Options.Add);
    }

    public Task<LinkInputs> InputsAsync(ParseResult parsed, string idOrFolder, Terminal terminal, CancellationToken cancellation) =>
        _links.InputsOfAsync(parsed, idOrFolder, terminal, cancellation);

    public string? SvgOf(ParseResult parsed, Terminal terminal) => parsed.GetValue(_svg) is { } file ? terminal.PathOf(file) : null;

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <exception cref="FormatException">No probability.</exception>
    public decimal PriorOf(ParseResult parsed) => Prior(parsed.GetValue(_prior)!);

    private static decimal Prior(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal prior) && prior is >= 0.000001m and <= 0.999999m
            ? prior
            : throw new FormatException($"--prior: expected a probability from 0.000001 to 0.999999, such as 0.05, found '{text}'.");
}
