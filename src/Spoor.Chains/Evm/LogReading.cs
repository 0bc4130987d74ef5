using Spoor.Chains.Evm.Bridges;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>Turns the logs of a block into movements of tokens and of the native coin, into changes of control and into legs of bridges.</summary>
internal sealed class LogReading
{
    private readonly BlockAnswer _block;
    private readonly EvmChainRules _rules;
    private readonly IReadOnlyList<LogAnswer> _logs;
    private readonly MovementList _movements;
    private readonly TokenReading _tokens;
    private readonly List<ControlChange> _controls = [];
    private readonly BridgeReading _bridges;
    private int _next;

    public LogReading(BlockAnswer block, EvmChainRules rules, IReadOnlyList<LogAnswer> logs, MovementList movements)
    {
        _block = block;
        _rules = rules;
        _logs = logs;
        _movements = movements;
        _tokens = new(rules);
        _bridges = new(rules.Chain, block.Time);
        var complete = logs.Select(log => rules.NativeLogs.TryGetValue(log.Emitter, out var rule) && rule.IsComplete && rule.Read(log) is not null ? rule : null)
            .FirstOrDefault(rule => rule is not null);
        TellAllNativeMoves = complete is not null;
        OmitSelfDestructs = complete is { Entry.OmitsSelfDestructs: true };
    }

    public IReadOnlyList<ControlChange> Controls => _controls;

    public IReadOnlyList<BridgeLeg> Bridges => _bridges.Legs;

    public int RefusedAmounts => _tokens.Refused;

    /// <summary>Whether the chain logs every move of its coin in this block, so that traces would repeat them.</summary>
    public bool TellAllNativeMoves { get; }

    /// <summary>Whether only traces tell what contracts left that destroyed themselves.</summary>
    public bool OmitSelfDestructs { get; }

    /// <summary>Whether the next logs are of a transaction: a failed one leaves none.</summary>
    public bool Has(int transaction) => _next < _logs.Count && _logs[_next].Transaction == transaction;

    /// <summary>Reads the logs of the next transaction.</summary>
    /// <param name="top">The value it carried itself, which a chain that logs native moves logs as well.</param>
    public void Read(int transaction, TxHash tx, Move? top)
    {
        int first = _next;
        while (Has(transaction))
        {
            _next++;
        }

        _tokens.Enter(_logs, first, _next);
        for (int i = first; i < _next; i++)
        {
            Read(_logs[i], tx, ref top);
        }

        _bridges.EndTransaction();
    }

    private void Read(LogAnswer log, TxHash tx, ref Move? top)
    {
        if (_rules.NativeLogs.TryGetValue(log.Emitter, out var rule))
        {
            AddNative(log, tx, rule, ref top);
        }
        else
        {
            foreach (var token in _tokens.Read(log))
            {
                Add(log, tx, TransferKind.Token, token);
            }
        }

        if (ControlReading.Read(log, PositionOf(log), tx) is { } control)
        {
            _controls.Add(control);
        }

        _bridges.Read(log, PositionOf(log), tx);
    }

    private void AddNative(LogAnswer log, TxHash tx, NativeLogRule rule, ref Move? top)
    {
        if (rule.Read(log) is not { } move || move.Amount.IsZero)
        {
            return;
        }

        var found = new Move(move.From, move.To, move.Amount);
        if (rule.IsComplete && found == top)
        {
            top = null;
            return;
        }

        Add(log, tx, move.From.IsZeroAccount ? TransferKind.Issue : TransferKind.Native, new(_rules.Native, move.From, move.To, move.Amount));
    }

    private void Add(LogAnswer log, TxHash tx, TransferKind kind, TokenMove move) => _movements.Add(new()
    {
        Position = PositionOf(log),
        Time = _block.Time,
        Tx = tx,
        Kind = kind,
        From = kind == TransferKind.Issue ? null : move.From,
        To = move.To,
        Asset = move.Asset,
        Amount = move.Amount,
    });

    private Position PositionOf(LogAnswer log) => new(_block.Height, log.Transaction, Phase.Log, log.Index);
}
