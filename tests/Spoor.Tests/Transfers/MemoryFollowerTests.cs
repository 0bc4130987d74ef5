using Spoor.Tests.Contracts;
using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

/// <summary>The store in memory follows a chain as every follower does.</summary>
public sealed class MemoryFollowerTests : ChainFollowerContract
{
    protected override ITransferStore Store { get; } = new MemoryTransferStore();
}
