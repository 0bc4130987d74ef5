using Spoor.Detection.Baselines;

namespace Spoor.Detection.Owners;

/// <summary>What a purse usually does, in two versions of which one is kept: what is final is learnt, what is not waits.</summary>
/// <remarks>
/// A habit is the largest part of a state. So the version ahead has no copy of its own: it holds the outflows that the version
/// below has not learnt yet, and makes a copy only when it is asked to judge.
/// </remarks>
internal sealed class PurseHabit
{
    private readonly Learnt _learnt;
    private readonly List<HabitOutflow> _ahead = [];
    private readonly bool _isAhead;

    // How many outflows the version below had learnt when the first of those ahead came.
    private long _from;
    private WalletHabit? _view;

    public PurseHabit(WalletHabit habit)
        : this(new Learnt(habit), isAhead: false)
    {
    }

    private PurseHabit(Learnt learnt, bool isAhead)
    {
        _learnt = learnt;
        _isAhead = isAhead;
        _from = learnt.Count;
    }

    /// <summary>The habit of this version; to be read only.</summary>
    public WalletHabit Habit
    {
        get
        {
            Catch();
            return _ahead.Count == 0 ? _learnt.Habit : _view ??= Made();
        }
    }

    /// <summary>A version that goes ahead of this one, which must be the one below.</summary>
    public PurseHabit Above() => new(_learnt, isAhead: true);

    public void Learn(in HabitOutflow outflow)
    {
        if (!_isAhead)
        {
            _learnt.Learn(outflow);
            return;
        }

        Catch();
        _ahead.Add(outflow);
        _view?.Learn(outflow);
    }

    private WalletHabit Made()
    {
        var view = _learnt.Habit.Clone();
        foreach (var outflow in _ahead)
        {
            view.Learn(outflow);
        }

        return view;
    }

    // Drops what the version below has learnt meanwhile.
    private void Catch()
    {
        int done = (int)(_learnt.Count - _from);
        if (done > 0 && _isAhead)
        {
            _ahead.RemoveRange(0, done);
            _from = _learnt.Count;
            _view = _ahead.Count == 0 ? null : _view;
        }
    }

    private sealed class Learnt(WalletHabit habit)
    {
        public WalletHabit Habit { get; } = habit;

        public long Count { get; private set; }

        public void Learn(in HabitOutflow outflow)
        {
            Habit.Learn(outflow);
            Count++;
        }
    }
}
