namespace Spoor.Storage.Copying;

/// <summary>What a copy did, and what both stores hold now.</summary>
/// <param name="Added">Transfers that were new to the other store.</param>
/// <param name="Held">The same of both.</param>
public sealed record CopyReport(string From, string To, int Chains, long Added, StoreDigest Held);

/// <summary>How far a copy is.</summary>
/// <param name="Done">Transfers dealt with in this step.</param>
/// <param name="Total">Transfers of the step.</param>
public readonly record struct CopyProgress(CopyStep Step, long Done, long Total);

/// <summary>The steps of a copy.</summary>
public enum CopyStep
{
    /// <summary>From one store into the other.</summary>
    Copying,

    /// <summary>Reading both and comparing.</summary>
    Verifying,
}
