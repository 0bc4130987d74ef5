using System.Text.Json;
using Spoor.Detection;
using Spoor.Web.Journals;

namespace Spoor.Web.Operations;

/// <summary>Withdrawals that were pushed: each once, on disk before it is confirmed, all of a request or none.</summary>
public sealed class WithdrawalInbox : IDisposable
{
    private readonly Journal _journal;
    private readonly Dictionary<(string Owner, string Id), Withdrawal> _known = [];
    private readonly Lock _gate = new();

    private WithdrawalInbox(Journal journal) => _journal = journal;

    /// <summary>What was pushed before, in order.</summary>
    public IReadOnlyList<Withdrawal> Earlier { get; private set; } = [];

    /// <exception cref="FormatException">The file holds something else.</exception>
    public static WithdrawalInbox Open(string path)
    {
        var inbox = new WithdrawalInbox(Journal.Open(path));
        try
        {
            inbox.Earlier = [.. inbox._journal.Found.Select((line, i) => Read(inbox._journal.Read(line), path, i + 1))];
            foreach (var withdrawal in inbox.Earlier)
            {
                inbox._known[(withdrawal.Owner, withdrawal.Id)] = withdrawal;
            }

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
            var fresh = new Dictionary<(string Owner, string Id), Withdrawal>();
            foreach (var withdrawal in pushed)
            {
                var key = (withdrawal.Owner, withdrawal.Id);
                var before = _known.GetValueOrDefault(key) ?? fresh.GetValueOrDefault(key);
                if (before is not null && !Supplements(withdrawal, before))
                {
                    throw new WithdrawalConflictException($"Withdrawal {withdrawal.Id} of {withdrawal.Owner} was told before with other contents; give it another id.");
                }

                if (before is null || before != withdrawal)
                {
                    fresh[key] = withdrawal;
                }
            }

            foreach (var (key, withdrawal) in fresh)
            {
                _journal.Append(WithdrawalJson.Document(withdrawal));
                _known[key] = withdrawal;
            }

            return [.. fresh.Values];
        }
    }

    public void Dispose() => _journal.Dispose();

    // The transaction is known only once it was sent, so a second push may add it.
    private static bool Supplements(Withdrawal later, Withdrawal before) =>
        later == before || (before.Tx is null && later with { Tx = null } == before);

    private static Withdrawal Read(byte[] line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return WithdrawalJson.Entry(document.RootElement, number);
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            throw new FormatException($"{path}, line {number}: expected a withdrawal, found something else ({failure.Message}). Move the file away.", failure);
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
