using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Reads the wrapping of the native coin: WETH9 tells of it by events of its own instead of a token transfer from or to nobody.</summary>
/// <remarks>Some forks emit both; then the token transfer counts and the event does not.</remarks>
internal sealed class WrappingReading(EvmChainRules rules)
{
    private readonly Dictionary<Wrapping, int> _alsoTransferred = [];

    /// <summary>Begins a transaction: looks for token transfers from and to nobody that repeat an event.</summary>
    public void Enter(IReadOnlyList<LogAnswer> logs, int first, int end)
    {
        _alsoTransferred.Clear();
        for (int i = first; i < end; i++)
        {
            if (rules.WrappedNative.Contains(logs[i].Emitter) && logs[i].Is(EventTopics.Transfer, 3)
                && Of(logs[i], logs[i].Argument(0).ToAccount(), logs[i].Argument(1).ToAccount(), logs[i].Argument(2)) is var move
                && (move.From.IsZeroAccount || move.To.IsZeroAccount))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_alsoTransferred, move, out _)++;
            }
        }
    }

    /// <summary>The token transfer an event stands for; null when it is none, or the contract tells of it itself.</summary>
    public Wrapping? Read(LogAnswer log)
    {
        bool isDeposit = log.Is(EventTopics.Deposit, 2);
        if ((!isDeposit && !log.Is(EventTopics.Withdrawal, 2)) || !rules.WrappedNative.Contains(log.Emitter))
        {
            return null;
        }

        var nobody = default(Word256).ToAccount();
        var holder = log.Argument(0).ToAccount();
        var wrapping = Of(log, isDeposit ? nobody : holder, isDeposit ? holder : nobody, log.Argument(1));
        ref int told = ref CollectionsMarshal.GetValueRefOrNullRef(_alsoTransferred, wrapping);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref told) && told > 0)
        {
            told--;
            return null;
        }

        return wrapping;
    }

    private static Wrapping Of(LogAnswer log, Address from, Address to, Word256 amount) => new(log.Emitter, from, to, amount);
}

/// <summary>Wrapped coins that came from nobody or went to nobody.</summary>
internal readonly record struct Wrapping(Address Contract, Address From, Address To, Word256 Amount);
