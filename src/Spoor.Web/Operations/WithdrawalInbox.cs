using System.Text.Json;
using Spoor.Detection;
using Spoor.Storage.Journals;

namespace Spoor.Web.Operations;

/// <summary>Withdrawals that were pushed: each once, on disk before it is confirmed, all of a request or none.</summary>
/// <remarks>What came long before the newest is forgotten, in the file too: no payment waits for it any more.</remarks>
public sealed class WithdrawalInbox : IDisposable
{
    /// <summary>A payment is waited for a week.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    private static readonly TimeSpan ForgetEvery = TimeSpan.FromDays(1);

    private readonly Journal _journal;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private Dictionary<(string Owner, string Id), (DateTimeOffset Received, Withdrawal Withdrawal)> _known = [];
    private DateTimeOffset _forgot = DateTimeOffset.MinValue;

    private WithdrawalInbox(Journal journal, TimeProvider clock)
    {
        _journal = journal;
        _clock = clock;
    }

    /// <summary>What was pushed and is not forgotten, in order.</summary>
    public IReadOnlyList<Withdrawal> Earlier
    {
        get
        {
            lock (_gate)
            {
                return [.. InOrder().Select(known => known.Withdrawal)];
            }
        }
    }

    /// <exception cref="FormatException">The file holds something else.</exception>
    /// <exception cref="IOException">Another process writes to it.</exception>
    public static WithdrawalInbox Open(string path, TimeProvider clock)
    {
        var inbox = new WithdrawalInbox(Journal.Open(path), clock);
        try
        {
            int number = 0;
            foreach (var line in inbox._journal.Lines())
            {
                inbox.TakeBack(inbox._journal.Read(line), ++number);
            }

            inbox.Forget();
            return inbox;
        }
        catch
        {
            inbox.Dispose();
            throw;
        }
    }

    /// <returns>Those that are new, in order.</returns>
    /// <exception cref="WithdrawalConflictException">One has the id of another that says something else.</exception>
    public IReadOnlyList<Withdrawal> Take(IReadOnlyList<Withdrawal> pushed)
    {
        lock (_gate)
        {
            var fresh = Fresh(pushed);
            if (fresh.Count > 0)
            {
                var now = _clock.GetUtcNow();
                _journal.Append(WithdrawalJson.Document(fresh, now));
                Enter(fresh, now);
                if (now - _forgot >= ForgetEvery)
                {
                    Forget();
                }
            }

            return fresh;
        }
    }

    public void Dispose() => _journal.Dispose();

    private List<Withdrawal> Fresh(IReadOnlyList<Withdrawal> pushed)
    {
        var fresh = new Dictionary<(string Owner, string Id), Withdrawal>();
        foreach (var withdrawal in pushed)
        {
            var key = (withdrawal.Owner, withdrawal.Id);
            var before = fresh.GetValueOrDefault(key) ?? _known.GetValueOrDefault(key).Withdrawal;
            if (before is not null && !Supplements(withdrawal, before))
            {
                throw new WithdrawalConflictException($"Withdrawal {withdrawal.Id} of {withdrawal.Owner} was told before with other contents; give it another id.");
            }

            if (before != withdrawal)
            {
                fresh[key] = withdrawal;
            }
        }

        return [.. fresh.Values];
    }

    private void Enter(IEnumerable<Withdrawal> withdrawals, DateTimeOffset received)
    {
        foreach (var withdrawal in withdrawals)
        {
            _known[(withdrawal.Owner, withdrawal.Id)] = (received, withdrawal);
        }
    }

    private void Forget()
    {
        _forgot = _clock.GetUtcNow();
        var newest = _known.Count == 0 ? default : _known.Values.Max(known => known.Received);
        List<(DateTimeOffset Received, Withdrawal Withdrawal)> kept = [.. InOrder().Where(known => newest - known.Received <= Remembered)];
        if (kept.Count == _known.Count)
        {
            return;
        }

        _journal.Replace(kept.GroupBy(known => known.Received).SelectMany(
            together => together.Chunk(WithdrawalJson.MaxEntries).Select(some => WithdrawalJson.Document(some.Select(known => known.Withdrawal), together.Key))));
        _known = kept.ToDictionary(known => (known.Withdrawal.Owner, known.Withdrawal.Id));
    }

    private IEnumerable<(DateTimeOffset Received, Withdrawal Withdrawal)> InOrder() =>
        _known.Values.OrderBy(known => known.Received).ThenBy(known => known.Withdrawal.Owner, StringComparer.Ordinal).ThenBy(known => known.Withdrawal.Id, StringComparer.Ordinal);

    // The transaction is known only once it was sent, so a second push may add it.
    private static bool Supplements(Withdrawal later, Withdrawal before) =>
        later == before || (before.Tx is null && later with { Tx = null } == before);

    private void TakeBack(byte[] line, int number)
    {
        try
        {
            Enter(WithdrawalJson.Read(line), WithdrawalJson.Received(line));
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            throw new FormatException($"{_journal.Path}, line {number}: expected withdrawals, found something else ({failure.Message}). Move the file away.", failure);
        }
    }
}

/// <summary>Two withdrawals have one id and say different things.</summary>
public sealed class WithdrawalConflictException : Exception
{
    public WithdrawalConflictException(string message)
        : base(message)
    {
    }

    public WithdrawalConflictException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public WithdrawalConflictException()
    {
    }
}
