namespace Spoor.Detection.Baselines;

/// <summary>Which charts of a wallet's hours alarm.</summary>
[Flags]
public enum ActivityAlarms
{
    None = 0,

    /// <summary>More outflows an hour than usual.</summary>
    CountEwma = 1,

    /// <summary>More outflows an hour for so long that it is a shift.</summary>
    CountCusum = 2,

    /// <summary>More worth an hour than usual; not said of wallets that send less than once an hour.</summary>
    SumEwma = 4,

    /// <summary>More worth an hour for so long that it is a shift.</summary>
    SumCusum = 8,
}
