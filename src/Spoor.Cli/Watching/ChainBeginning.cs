using Spoor.Chains.Evm;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Where the watch of a chain began.</summary>
/// <param name="First">The first block that was watched.</param>
/// <param name="Held">What the node said that wallets held before it; what it could not say is left out.</param>
internal sealed record ChainBeginning(ChainId Chain, long First, IReadOnlyList<EvmBalance> Held);
