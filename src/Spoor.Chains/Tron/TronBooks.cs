using Spoor.Chains.Evm;
using Spoor.Chains.Nodes.Answers;
using Spoor.Transfers;

namespace Spoor.Chains.Tron;

/// <summary>The books of one Tron block: fees, TRX, TRC-10 and TRC-20 moves, and who was given power.</summary>
internal sealed class TronBooks(BlockHeader header, Chain chain, AssetId coin)
{
    private readonly MovementList _movements = new();
    private readonly TokenReading _tokens = new(EvmChainRules.Of(chain));
    private readonly List<SentTransaction> _sent = [];
    private readonly List<ControlChange> _controls = [];
    private bool _hasCalls;
    private bool _hasInner;

    public Block ToBlock() => new()
    {
        Chain = header.Chain,
        Height = header.Height,
        Hash = header.Hash,
        Parent = header.Parent,
        Time = header.Time,
        Transfers = _movements.Settle(),
        Sent = _sent,
        Controls = _controls,

        // A node that saves inner calls shows them with the transactions that have some; where none shows any, nobody can tell.
        Gaps = _hasCalls && !_hasInner ? BlockGaps.InternalMoves : BlockGaps.None,
        RefusedAmounts = _tokens.Refused,
    };

    public void Book(TronTransaction transaction, AnswerObject info)
    {
        HoldOutcome(transaction, info);
        AddSent(transaction);
        Add(transaction, new(Phase.First, 0), TransferKind.Fee, transaction.Contract.Owner, null, coin, info.Units("fee"));
        var inner = info.Objects("internal_transactions");
        _hasInner |= inner.Count > 0;
        _hasCalls |= transaction is { IsCall: true, HasSucceeded: true };
        if (!transaction.HasSucceeded)
        {
            return;
        }

        AddValue(transaction, info, inner);
        AddLogs(transaction, TronLogs.Read(info, transaction.Index));
        _controls.AddRange(PermissionUpdate.Read(transaction, header.Height));
    }

    private static void HoldOutcome(TronTransaction transaction, AnswerObject info)
    {
        bool hasFailed = info.OptionalText("result") == "FAILED";
        if (transaction.Outcome == "SUCCESS" && hasFailed)
        {
            throw info.Wrong("result", "no failure, because contractRet is SUCCESS", "FAILED");
        }

        if (!transaction.HasSucceeded && info.OptionalObject("receipt")?.OptionalText("result") == "SUCCESS")
        {
            throw info.Wrong("receipt.result", $"{transaction.Outcome} as contractRet", "SUCCESS");
        }
    }

    private void AddSent(TronTransaction transaction)
    {
        if (transaction.Contract.Owner is { } owner)
        {
            _sent.Add(new()
            {
                Tx = transaction.Id,
                Index = transaction.Index,
                From = owner,
                To = transaction.Contract.To,
                Selector = transaction.Contract.Selector,
                HasSucceeded = transaction.HasSucceeded,
            });
        }
    }

    private void AddValue(TronTransaction transaction, AnswerObject info, List<AnswerObject> inner)
    {
        var contract = transaction.Contract;
        var to = contract.Type == "CreateSmartContract" ? info.OptionalAccount("contract_address") : contract.To;
        Add(transaction, new(Phase.Value, 0), TransferKind.Native, contract.Owner, to, coin, contract.Sun);
        if (contract.Type == "WithdrawBalanceContract")
        {
            Add(transaction, new(Phase.Value, 0), TransferKind.Issue, null, contract.Owner, coin, info.Units("withdraw_amount"));
        }

        int place = 1;
        Add(transaction, new(Phase.Value, place++), TransferKind.Token, contract.Owner, to, contract.Token, contract.TokenUnits);
        foreach (var call in inner)
        {
            place = AddInner(transaction, call, place);
        }
    }

    private int AddInner(TronTransaction transaction, AnswerObject call, int place)
    {
        if (call.Flag("rejected") || !InnerCall.MovesValue(call))
        {
            return place;
        }

        foreach (var value in call.Objects("callValueInfo"))
        {
            string? token = value.OptionalText("tokenId");
            bool isCoin = string.IsNullOrEmpty(token);
            Add(
                transaction,
                new(Phase.Value, place++),
                isCoin ? TransferKind.Native : TransferKind.Token,
                call.Account("caller_address"),
                call.OptionalAccount("transferTo_address"),
                isCoin ? coin : Trc10(InnerCall.TokenOf(value, token!)),
                value.Units("callValue"));
        }

        return place;
    }

    private void AddLogs(TronTransaction transaction, List<LogAnswer> logs)
    {
        _tokens.Enter(logs, 0, logs.Count);
        foreach (var log in logs)
        {
            foreach (var move in _tokens.Read(log))
            {
                AddUnits(transaction, new(Phase.Log, log.Index), TransferKind.Token, move.From, move.To, move.Asset, move.Amount);
            }

            if (ControlReading.Read(log, new(header.Height, transaction.Index, Phase.Log, log.Index), transaction.Id) is { } change)
            {
                _controls.Add(change);
            }
        }
    }

    private AssetId Trc10(string token) => new(chain.Id, $"trc10:{token}");

    private void Add(TronTransaction transaction, Spot spot, TransferKind kind, Address? from, Address? to, string? token, long units)
    {
        if (token is not null)
        {
            Add(transaction, spot, kind, from, to, Trc10(token), units);
        }
    }

    private void Add(TronTransaction transaction, Spot spot, TransferKind kind, Address? from, Address? to, AssetId asset, long units) =>
        AddUnits(transaction, spot, kind, from, to, asset, new((UInt128)units));

    private void AddUnits(TronTransaction transaction, Spot spot, TransferKind kind, Address? from, Address? to, AssetId asset, Amount amount)
    {
        if (amount.IsZero)
        {
            return;
        }

        _movements.Add(new()
        {
            Position = new(header.Height, transaction.Index, spot.Phase, spot.Index),
            Time = header.Time,
            Tx = transaction.Id,
            Kind = kind,
            From = from,
            To = to,
            Asset = asset,
            Amount = amount,
        });
    }

    private readonly record struct Spot(Phase Phase, int Index);
}
