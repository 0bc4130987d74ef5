using System.CommandLine;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Options of the form <c>CHAIN=VALUE</c>, by chain in the order given.</summary>
internal static class ChainUrls
{
    public static Option<string[]> Option(string name, string description, string value) => new(name) { Description = description, HelpName = $"CHAIN={value}" };

    /// <exception cref="FormatException">No chain before an equals sign, or one that is not known. The value is not repeated, since it may hold a key.</exception>
    public static IReadOnlyList<(Chain Chain, IReadOnlyList<string> Values)> Read(string option, IReadOnlyList<string> given)
    {
        List<(Chain Chain, string Value)> pairs = [];
        foreach (string text in given)
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException($"{option}: expected a chain, an equals sign and a value, such as eip155:1=http://127.0.0.1:8545, found no chain.");
            }

            pairs.Add((ChainRegistry.Find(text[..equals]), text[(equals + 1)..]));
        }

        return [.. pairs.GroupBy(pair => pair.Chain.Id).Select(of => (of.First().Chain, (IReadOnlyList<string>)[.. of.Select(pair => pair.Value)]))];
    }
}
