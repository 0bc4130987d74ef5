using Spoor.Tracing.Terminals;

namespace Spoor.Reporting;

/// <summary>Classes of places as every output writes them.</summary>
public static class TerminalNames
{
    public static string Of(TerminalClass kind) => kind switch
    {
        TerminalClass.ExchangeDeposit => "exchange-deposit",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
