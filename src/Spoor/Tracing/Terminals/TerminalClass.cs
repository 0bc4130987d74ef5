namespace Spoor.Tracing.Terminals;

/// <summary>What kind of place holds value at the end of a trace; docs/methods/terminals.md says how each is told.</summary>
public enum TerminalClass
{
    /// <summary>A customer's address at an exchange: the exchange knows whose.</summary>
    ExchangeDeposit,

    /// <summary>An exchange or another custodian, by its label or because it is as busy as they are.</summary>
    Service,

    /// <summary>A bridge, or value between two chains.</summary>
    Bridge,

    /// <summary>A mixer, by its label or as a known pool.</summary>
    Mixer,

    /// <summary>A token, a pool or a router, by its label: what was got there was not seen.</summary>
    Contract,

    /// <summary>Holds value that has moved within the last days of the data.</summary>
    Active,

    /// <summary>Holds value that has not moved for long.</summary>
    Dormant,

    /// <summary>Came there, and the data at hand do not go on: where it went from there is not in them.</summary>
    DataEnd,

    /// <summary>Nobody has it any more.</summary>
    Burned,

    /// <summary>Backward: newly issued.</summary>
    Issued,

    /// <summary>Backward: there before the data begin.</summary>
    Earlier,

    /// <summary>The trace stopped, and nothing tells what is there.</summary>
    Unknown,

    /// <summary>Less than a unit of what was got in exchange.</summary>
    Lost,

    /// <summary>Paid to those who make blocks.</summary>
    Fees,
}
