using Spoor.Transfers;

namespace Spoor.Response.Compensation;

/// <summary>What each customer held, column by column.</summary>
public sealed class BalanceTable
{
    private readonly UInt128[][] _columns;

    internal BalanceTable(IReadOnlyList<string> customers, UInt128[][] columns, IReadOnlyList<Amount> totals)
    {
        Customers = customers;
        _columns = columns;
        Totals = totals;
    }

    /// <summary>In the order in which the file names them first.</summary>
    public IReadOnlyList<string> Customers { get; }

    /// <summary>By asset.</summary>
    public IReadOnlyList<Amount> Totals { get; }

    /// <summary>Smallest units of an asset by customer.</summary>
    public ReadOnlySpan<UInt128> Column(int asset) => _columns[asset];

    /// <summary>The balances as pledges; both share their columns, since neither changes them.</summary>
    public PledgeTable AsPledges(IReadOnlyList<(string Code, int Decimals)> assets) => new(Customers, assets, _columns);
}
