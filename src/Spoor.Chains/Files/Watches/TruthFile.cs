using System.Globalization;
using Spoor.Detection;
using Spoor.Detection.Backtest;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>What is known today of the thefts in a history: YAML, described in <c>docs/methods/backtest.md</c>.</summary>
public static class TruthFile
{
    private const int MostThefts = 1000;

    /// <exception cref="FormatException">The file is not as it should be; the message names every fault with its line.</exception>
    public static IReadOnlyList<TheftTruth> Read(string file, TextReader text)
    {
        var notes = new FileNotes(file);
        var thefts = new List<TheftTruth>();
        if (YamlFile.Read(file, text, notes) is { } top)
        {
            var whole = new YamlEntry(file, top, notes);
            thefts.AddRange(whole.Entries("thefts").Take(MostThefts + 1).Select(TheftOf).OfType<TheftTruth>());
            whole.Close();
            CheckList(whole, thefts);
        }

        var faults = notes.Faults.Where(fault => !fault.IsWarning).ToList();
        return faults.Count == 0 ? thefts : throw new FormatException(string.Join('\n', faults));
    }

    private static void CheckList(YamlEntry whole, List<TheftTruth> thefts)
    {
        if (thefts.Count is 0 or > MostThefts)
        {
            whole.Fault("thefts", string.Create(CultureInfo.InvariantCulture, $"expected 1 to {MostThefts} thefts, found {(thefts.Count == 0 ? "none" : "more")}."));
        }

        foreach (var twice in thefts.GroupBy(theft => theft.Incident).Where(group => group.Skip(1).Any()))
        {
            whole.Fault("thefts", $"expected each incident once, found '{twice.Key}' {twice.Count()} times.");
        }
    }

    private static TheftTruth? TheftOf(YamlEntry entry)
    {
        var from = entry.Time("from");
        var until = entry.Time("until");
        if (until.IsBefore(from))
        {
            entry.Fault("until", $"expected a time not before {from}, found {until}.");
        }

        var theft = new TheftTruth
        {
            Incident = entry.Required("incident"),
            Owner = entry.Required("owner"),
            Thieves = entry.Texts("thieves").Select(thief => ThiefOf(entry, thief)).OfType<AccountOnChain>().ToHashSet(),
            From = from.Start,
            // A day alone means all of it.
            Until = until.IsDay ? until.Start.AddDays(1).AddTicks(-1) : until.Start,
            PublicStatement = entry.OptionalTime("public")?.Start,
            Source = entry.Required("source"),
            Limits = entry.Optional("limits"),
        };
        if (theft.Thieves.Count == 0)
        {
            entry.Missing("thieves");
        }

        entry.Close();
        return theft;
    }

    // CAIP-10, because one thief takes on several chains.
    private static AccountOnChain? ThiefOf(YamlEntry entry, string text)
    {
        try
        {
            var (chain, address) = AddressText.ParseCaip10(text);
            return new(chain, address);
        }
        catch (FormatException fault)
        {
            entry.Fault("thieves", fault.Message);
            return null;
        }
    }
}
