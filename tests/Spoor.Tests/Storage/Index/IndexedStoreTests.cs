using Spoor.Tests.Contracts;
using Spoor.Transfers;

namespace Spoor.Tests.Storage.Index;

/// <summary>The promises of every store, with an index over all that is held.</summary>
public sealed class WhollyIndexedStoreTests : TransferStoreContract
{
    private readonly IndexedStore _store = new(1);

    protected override ITransferStore Store => _store;
}

/// <summary>The promises of every store, with an index over a part of it.</summary>
public sealed class HalfIndexedStoreTests : TransferStoreContract
{
    private readonly IndexedStore _store = new(2);

    protected override ITransferStore Store => _store;
}
