namespace Spoor.Incidents.Ledger;

/// <summary>How a figure in dollars was read from what a ledger says was lost.</summary>
public enum LostBasis
{
    /// <summary>The ledger gives no figure.</summary>
    NotStated,

    /// <summary>In dollars, as the ledger says.</summary>
    Dollars,

    /// <summary>A number with a magnitude but no unit (<c>140M</c>): taken as dollars.</summary>
    NoUnit,

    /// <summary>In coins that stand for a dollar (USDT, USDC, BUSD, DAI), counted at one dollar each.</summary>
    AtPar,

    /// <summary>In coins or things without a price in the text: no figure in dollars.</summary>
    OtherUnits,

    /// <summary>Text that is no amount.</summary>
    Unreadable,
}
