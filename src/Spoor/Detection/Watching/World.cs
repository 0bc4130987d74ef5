using Spoor.Detection.Owners;

namespace Spoor.Detection.Watching;

/// <summary>The states of all owners at one moment.</summary>
/// <remarks>
/// There are two: the base, after what is final, and the head, after everything. They share the state of an owner whom
/// nothing touched since; the head copies it before its first change.
/// </remarks>
internal sealed class World
{
    private readonly OwnerState[] _owners;
    private readonly IReadOnlyList<OwnerWatch> _watches;
    private readonly World? _below;
    private ChainClocks _clocks;

    // Those for whom time alone can change something.
    private readonly SortedSet<int> _waiting = [];
    private readonly List<AlertNotice> _notices = [];

    public World(IEnumerable<OwnerState> owners, IReadOnlyList<OwnerWatch> watches, ChainClocks clocks)
    {
        _clocks = clocks;
        _owners = [.. owners];
        _watches = watches;
        for (int i = 0; i < _owners.Length; i++)
        {
            NoteWaiting(i);
        }
    }

    private World(World below)
    {
        _below = below;
        _clocks = below._clocks.Clone();
        _owners = [.. below._owners];
        _watches = below._watches;
        _waiting = [.. below._waiting];
    }

    public IReadOnlyList<OwnerState> Owners => _owners;

    /// <summary>How far each chain was taken in.</summary>
    public ChainClocks Clocks => _clocks;

    /// <summary>A world that starts as this one and goes its own way.</summary>
    public World Above() => new(this);

    /// <summary>Carries the owners forward over what arrived.</summary>
    /// <param name="only">The owner to carry; null for all.</param>
    /// <param name="told">Takes what is told, by owner.</param>
    /// <param name="touched">Takes the owners that changed.</param>
    public void Take(JournalEntry entry, int? only, ICollection<(int Owner, AlertNotice Notice)> told, ICollection<int> touched)
    {
        _clocks.Pass(entry);
        if (entry.Place is { } place)
        {
            Pass(place, only, told, touched);
        }

        foreach (var step in entry.Steps)
        {
            if (only is null || only == step.Owner)
            {
                _notices.Clear();
                _watches[step.Owner].Take(Own(step.Owner), step, _clocks, _notices);
                Changed(step.Owner, told, touched);
            }
        }

        if (entry.Ordered is var (owner, withdrawal))
        {
            Change(owner, only, told, touched, (_, state, _) => WithdrawalLedger.Enter(state, withdrawal));
        }
    }

    /// <summary>Ends every open alert.</summary>
    public void Close(DateTimeOffset at, ICollection<(int Owner, AlertNotice Notice)> told, ICollection<int> touched)
    {
        foreach (int owner in _waiting.Where(owner => _owners[owner].Alert is not null).ToList())
        {
            Change(owner, null, told, touched, (watch, state, notices) => watch.End(state, at, "the watch was ended", notices));
        }
    }

    /// <summary>Sets the clocks back to those of the world below; whoever takes all again carries them forward.</summary>
    public void FallBack() => _clocks = _below!._clocks.Clone();

    /// <summary>Takes an owner's state from the world below, as if nothing had come since.</summary>
    public void Fall(int owner)
    {
        _owners[owner] = _below!._owners[owner];
        NoteWaiting(owner);
    }

    private void Pass(BlockPlace place, int? only, ICollection<(int Owner, AlertNotice Notice)> told, ICollection<int> touched)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        foreach (int owner in _waiting.Where(owner => _watches[owner].IsDue(_owners[owner], place.Chain, place.Time)).ToList())
        {
            Change(owner, only, told, touched, (watch, state, notices) => watch.Pass(state, place.Chain, place.Time, notices));
        }
    }

    private void Change(
        int owner, int? only, ICollection<(int Owner, AlertNotice Notice)> told, ICollection<int> touched, Action<OwnerWatch, OwnerState, List<AlertNotice>> change)
    {
        if (only is { } chosen && chosen != owner)
        {
            return;
        }

        _notices.Clear();
        change(_watches[owner], Own(owner), _notices);
        Changed(owner, told, touched);
    }

    // A state for writing.
    private OwnerState Own(int owner)
    {
        if (_below is not null && ReferenceEquals(_owners[owner], _below._owners[owner]))
        {
            _owners[owner] = _owners[owner].Above();
        }

        return _owners[owner];
    }

    private void Changed(int owner, ICollection<(int Owner, AlertNotice Notice)> told, ICollection<int> touched)
    {
        touched.Add(owner);
        foreach (var notice in _notices)
        {
            told.Add((owner, notice));
        }

        NoteWaiting(owner);
    }

    private void NoteWaiting(int owner)
    {
        if (_owners[owner].WaitsForTime)
        {
            _waiting.Add(owner);
        }
        else
        {
            _waiting.Remove(owner);
        }
    }
}
