using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>Values that watch files and withdrawal logs write alike; what is wrong is noted where it stands.</summary>
internal static class WatchValues
{
    public static Chain? Chain(YamlEntry entry, string key, string text)
    {
        if (ChainRegistry.TryFind(text, out var chain))
        {
            return chain;
        }

        var names = ChainRegistry.Known.SelectMany(known => known.Aliases.Append(known.Name));
        entry.Fault(key, $"expected a chain by its name or CAIP-2 id such as ethereum or eip155:1, found '{text}'{NearNames.Hint(text, names)}");
        return null;
    }

    /// <summary>An address that one of the chains writes so.</summary>
    public static Address? Address(YamlEntry entry, string key, string text, IReadOnlyList<Chain> chains)
    {
        foreach (var chain in chains)
        {
            if (AddressText.TryParse(chain.Id, text, out var address))
            {
                return address;
            }
        }

        if (chains is [var first, ..])
        {
            entry.Fault(key, $"expected an address of {string.Join(" or ", chains)}, found '{text}': {AddressText.FaultOf(first.Id, text)}.");
        }

        return null;
    }

    public static DateTimeOffset Time(YamlEntry entry, string key)
    {
        string text = entry.Required(key);
        if (!UtcTime.TryParse(text, out var time) && text.Length > 0)
        {
            entry.Fault(key, $"expected {UtcTime.Expected}, found '{text}'.");
        }

        return time;
    }

    /// <summary>A number with at most so many digits behind the point, as a whole number of its last digit; the fallback where it is missing.</summary>
    public static int Scaled(YamlEntry entry, string key, int digits, (int Least, int Most) range, int fallback)
    {
        string text = entry.Optional(key);
        if (text.Length == 0)
        {
            return fallback;
        }

        int scale = (int)Math.Pow(10, digits);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number)
            && Math.Abs(number) < 1_000_000 && number * scale is var scaled && scaled == decimal.Truncate(scaled)
            && scaled >= range.Least && scaled <= range.Most)
        {
            return (int)scaled;
        }

        decimal least = range.Least / (decimal)scale;
        decimal most = range.Most / (decimal)scale;
        entry.Fault(key, string.Create(CultureInfo.InvariantCulture, $"expected a number from {least} to {most} with at most {digits} digits behind the point, found '{text}'."));
        return fallback;
    }
}
