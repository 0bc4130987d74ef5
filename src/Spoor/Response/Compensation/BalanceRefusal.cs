namespace Spoor.Response.Compensation;

/// <summary>Why a balance is not taken in.</summary>
public enum BalanceRefusal
{
    /// <summary>The customer has a balance of this asset already.</summary>
    Twice,

    /// <summary>The sum of the asset would reach 2^128 units.</summary>
    Overflow,
}
