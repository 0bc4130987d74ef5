using Spoor.Chains.Files;
using Spoor.Transfers;

namespace Spoor.Cli.Screening;

/// <summary>The addresses that are asked about, as arguments or as lines of a file.</summary>
internal static class ScreenList
{
    /// <summary>As many as one question may ask about.</summary>
    public const int Most = 10_000;

    /// <param name="files">One address a line; empty lines and those that begin with <c>#</c> are passed over.</param>
    /// <param name="chain">The chain of bare addresses; null to ask about all chains.</param>
    /// <exception cref="FormatException">An address is none, or there are too many.</exception>
    public static IReadOnlyList<(Address Address, ChainId? Chain)> Read(IEnumerable<string> arguments, IEnumerable<string> files, ChainId? chain)
    {
        List<(Address, ChainId?)> asked = [.. arguments.Select(text => Parse(text, chain))];
        foreach (string path in files)
        {
            var file = InputFile.Read(path);
            using var text = file.OpenText();
            for (int number = 1; text.ReadLine() is { } line; number++)
            {
                string word = line.Trim();
                if (word.Length > 0 && word[0] != '#')
                {
                    asked.Add(ParseLine(word, chain, file.Name, number));
                }

                RefuseTooMany(asked.Count);
            }
        }

        RefuseTooMany(asked.Count);
        return asked.Count > 0 ? asked : throw new FormatException("Expected an address, or --file LIST with one a line.");
    }

    private static (Address Address, ChainId? Chain) ParseLine(string word, ChainId? chain, string file, int number)
    {
        try
        {
            return Parse(word, chain);
        }
        catch (FormatException refusal)
        {
            throw new FormatException($"{file}, line {number}: {refusal.Message}", refusal);
        }
    }

    // A bare address asks about every chain on which the key is used; a CAIP-10 name about its own.
    private static (Address Address, ChainId? Chain) Parse(string text, ChainId? chain)
    {
        var (found, address) = AccountText.Parse(text, chain);
        return (address, chain is not null || text.Count(letter => letter == ':') > 1 ? found : null);
    }

    private static void RefuseTooMany(int count)
    {
        if (count > Most)
        {
            throw new FormatException($"Expected at most {Most} addresses at a time, found more.");
        }
    }
}
