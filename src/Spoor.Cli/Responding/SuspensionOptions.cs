using System.CommandLine;
using Spoor.Response.Suspensions;
using Spoor.Transfers;

namespace Spoor.Cli.Responding;

/// <summary>What is to be suspended or resumed: assets, chains and directions, each with each.</summary>
internal sealed class SuspensionOptions
{
    private readonly Option<string[]> _assets = new("--asset") { Description = "An asset as the exchange calls it; may be given again.", HelpName = "ASSET", Required = true };
    private readonly Option<string[]> _chains = new("--chain") { Description = "A chain; may be given again.", HelpName = "CHAIN", Required = true };
    private readonly Option<bool> _deposits = new("--deposits") { Description = "Only deposits [default: both ways]." };
    private readonly Option<bool> _withdrawals = new("--withdrawals") { Description = "Only withdrawals [default: both ways]." };

    public static SuspensionOptions On(Command command)
    {
        var options = new SuspensionOptions();
        Array.ForEach<Option>([options._assets, options._chains, options._deposits, options._withdrawals], command.Options.Add);
        return options;
    }

    public IReadOnlyList<SuspensionSubject> Read(ParseResult parsed)
    {
        bool both = parsed.GetValue(_deposits) == parsed.GetValue(_withdrawals);
        ServiceDirection[] directions = both ? [ServiceDirection.Deposits, ServiceDirection.Withdrawals]
            : [parsed.GetValue(_deposits) ? ServiceDirection.Deposits : ServiceDirection.Withdrawals];
        return Of(parsed.GetValue(_assets)!, parsed.GetValue(_chains)!, directions);
    }

    /// <exception cref="FormatException">A name is not as it must be.</exception>
    public static IReadOnlyList<SuspensionSubject> Of(IReadOnlyList<string> assets, IReadOnlyList<string> chains, IReadOnlyList<ServiceDirection> directions) =>
    [
        .. (from asset in assets
            from chain in chains
            from direction in directions
            select SuspensionSubject.Of(asset, NameOf(chain), direction)).Distinct(),
    ];

    // An exchange serves more chains than Spoor knows; those are called as the exchange calls them.
    private static string NameOf(string chain) => ChainRegistry.TryFind(chain, out var known) ? known.Id.ToString() : chain;
}
