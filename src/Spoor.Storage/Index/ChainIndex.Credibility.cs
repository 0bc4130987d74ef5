using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <content>Which movements are credible, and who had dealt with whom by one; see <see cref="Activity.Credible"/>.</content>
internal sealed unsafe partial class ChainIndex
{
    /// <summary>Whether the built-in list of tokens says of the chain's assets what it said when the index was built.</summary>
    internal bool HasSameList => !_catalog.Credibility.HasCoins || _isListTheSame.Value;

    /// <summary>Whether credible movements and counterparties stand in the cells of addresses as they are to be counted now.</summary>
    /// <param name="coins">Whether anything but tokens moved on the chain, later transfers included.</param>
    internal bool Counts(bool coins) => _catalog.Credibility.HoldsWith(coins) && (!coins || _isListTheSame.Value);

    /// <summary>Whether two addresses stand on the two sides of a credible movement, or of a UTXO transaction.</summary>
    /// <remarks>The one with the shorter history tells it. Only where <see cref="Counts"/> holds.</remarks>
    internal bool HaveDealt(uint one, uint other)
    {
        var (few, sought) = EdgeCountOf(one) <= EdgeCountOf(other) ? (one, other) : (other, one);
        foreach (uint edge in EdgesOf(few))
        {
            var cell = CellAt(edge);
            if ((TransferKind)cell->Kind is TransferKind.UtxoIn or TransferKind.UtxoOut ? IsAcross(cell, sought) : IsParty(cell, sought) && IsCredible(cell))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAcross(TransferCell* cell, uint sought)
    {
        List<uint> transaction = [];
        AddTransaction(HashOf(&cell->Tx), transaction);
        var across = (TransferKind)cell->Kind == TransferKind.UtxoIn ? TransferKind.UtxoOut : TransferKind.UtxoIn;
        return transaction.Exists(other => (TransferKind)CellAt(other)->Kind == across && IsParty(CellAt(other), sought));
    }

    private static bool IsParty(TransferCell* cell, uint number) => cell->From == number || cell->To == number;

    private bool IsCredible(TransferCell* cell) =>
        (TransferKind)cell->Kind != TransferKind.Token
        || ((cell->UnitsLow != 0 || cell->UnitsHigh != 0) && (!_catalog.Credibility.HasCoins || _catalog.Listed[(int)cell->Asset]));

    private uint CredibleOf(AddressCell* cell) => _catalog.Credibility.IsWhole ? cell->Edges : *(uint*)((byte*)cell + _addressStride - sizeof(uint));

    private bool IsListTheSame()
    {
        HashSet<string> listed = [.. CredibleMovement.Tokens.Where(token => token.Chain == Chain).Select(token => token.Reference)];
        for (int i = 0; i < _catalog.Assets.Count; i++)
        {
            if (_catalog.Listed[i] != listed.Contains(_catalog.Assets[i]))
            {
                return false;
            }
        }

        return true;
    }
}
