using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>The transfers of a block as they are found, in position order; equal ones of a transaction are numbered.</summary>
internal sealed class MovementList
{
    private readonly List<Transfer> _transfers = [];
    private readonly Dictionary<Transfer, int> _equal = new(TransferIdentity.Instance);

    /// <param name="transfer">Its <see cref="Transfer.Occurrence"/> is still 0.</param>
    public void Add(Transfer transfer)
    {
        ref int before = ref CollectionsMarshal.GetValueRefOrAddDefault(_equal, transfer, out bool isRepeat);
        _transfers.Add(isRepeat ? transfer with { Occurrence = before } : transfer);
        before++;
    }

    /// <summary>All of them, in the one order in which every store answers: several of one log stand at one position.</summary>
    public IReadOnlyList<Transfer> Settle()
    {
        for (int i = 1; i < _transfers.Count; i++)
        {
            if (TransferOrder.Instance.Compare(_transfers[i - 1], _transfers[i]) > 0)
            {
                _transfers.Sort(TransferOrder.Instance);
                break;
            }
        }

        return _transfers;
    }
}
