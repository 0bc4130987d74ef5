using Spoor.Tracing;
using Spoor.Tracing.Rules;

namespace Spoor.Tests.Laws;

/// <summary>Plays payments through FIFO books forward, and from the final lots backward, with every first lot told apart.</summary>
internal sealed class FifoReplay
{
    private readonly Payment[] _payments;
    private readonly Dictionary<string, FifoTaint> _books = [];
    private readonly Dictionary<string, List<Lot>> _first = [];

    private FifoReplay(Payment[] payments) => _payments = payments;

    /// <summary>Everybody starts with enough for all they will pay, in two lots that nobody else has.</summary>
    public static FifoReplay Forward(Payment[] payments)
    {
        var replay = new FifoReplay(payments);
        int lots = 0;
        foreach (string name in payments.SelectMany(payment => new[] { payment.From, payment.To! }).Distinct())
        {
            var needed = payments.Where(payment => payment.From == name).Aggregate(UInt128.One, (sum, payment) => sum + payment.Amount);
            replay._books[name] = new();
            replay._first[name] = [new(new(needed / 3), ++lots), new(new(needed - (needed / 3)), ++lots)];
            replay._first[name].ForEach(replay._books[name].Receive);
        }

        foreach (var (from, to, amount) in payments)
        {
            replay.Move(from, to!, amount);
        }

        return replay;
    }

    public FifoReplay Backward()
    {
        foreach (string name in _books.Keys.ToList())
        {
            var mirrored = new FifoTaint();
            _books[name].Held().Reverse().ToList().ForEach(mirrored.Receive);
            _books[name] = mirrored;
        }

        foreach (var (from, to, amount) in _payments.Reverse())
        {
            Move(to!, from, amount);
        }

        return this;
    }

    public bool GivesBackWhatCameIn() =>
        _books.All(book => book.Value.Held().Reverse().SequenceEqual(_first[book.Key].Where(lot => !lot.Amount.IsZero)));

    private void Move(string from, string to, UInt128 amount)
    {
        var taken = new List<TakenLot>();
        _books[from].Spend([new(amount)], taken);
        taken.ForEach(one => _books[to].Receive(one.Lot));
    }
}
