using Spoor.Tracing.Terminals;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>What became of value at the places of a class, for somebody who knows nothing of the tool: in the past tense, for data end.</summary>
internal static class PlaceWords
{
    public static string Of(TerminalClass kind) => kind switch
    {
        TerminalClass.ExchangeDeposit => "reached customers' addresses at exchanges",
        TerminalClass.Service => "reached services",
        TerminalClass.Bridge => "went into bridges and was not seen to come out",
        TerminalClass.Mixer => "went into mixers",
        TerminalClass.Contract => "went into contracts, and what was got for it was not seen",
        TerminalClass.Active => "lay at addresses that had not passed it on",
        TerminalClass.Dormant => "lay at addresses where nothing had moved for long",
        TerminalClass.DataEnd => "came to addresses with which the data end: where it went from there is not in the data at hand",
        TerminalClass.Burned => "went where nobody is known to be able to spend it",
        TerminalClass.Issued => "was newly issued",
        TerminalClass.Earlier => "was there before the data begin",
        TerminalClass.Unknown => "was not followed further",
        TerminalClass.Lost => "was lost as less than a unit in exchanges",
        TerminalClass.Fees => "was paid as fees",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A class that a report has no words for."),
    };
}
