using Spoor.Tracing.Terminals;

namespace Spoor.Reporting;

/// <summary>Classes of places as every output writes them.</summary>
public static class TerminalNames
{
    public static string Of(TerminalClass kind) => kind switch
    {
        TerminalClass.ExchangeDeposit => "exchange-deposit",
        TerminalClass.DataEnd => "data-end",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The same as people write it: <c>exchange deposit</c>.</summary>
    public static string WordOf(TerminalClass kind) => Of(kind).Replace('-', ' ');
}
