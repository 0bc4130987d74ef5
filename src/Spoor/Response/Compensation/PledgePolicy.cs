namespace Spoor.Response.Compensation;

/// <summary>What customers are promised.</summary>
public enum PledgePolicy
{
    /// <summary>Every balance, to the last unit: what was lost is the exchange's own loss.</summary>
    Full,

    /// <summary>The loss, or a part of it, in proportion to the balances.</summary>
    ProRata,
}
