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

    // Those for whom time alone can change something.
    private readonly SortedSet<int> _waiting = [];
    private readonly List<AlertNotice> _notices = [];

    public World(IEnumerable<OwnerState> owners, IReadOnlyList<OwnerWatch> watches)
    {
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
        _owners = [.. below._owners];
        _watches = below._watches;
        _waiting = [.. below._waiting];
    }

    public IReadOnlyList<OwnerState> Owners => _owners;

    /// <summary>A world that starts as this one and goes its own way.</summary>
    public World Above() => new(this);

    /// <summary>Carries the owners forward over what arrived.</summary>
    /// <param name="only">The owner to carry; null for all.</param>
    /// <param name="told">Takes what is told, by owner.</param>
    /// <param name="touched">Takes the owners that changed.</param>
    public void Take(JournalEntry entry, int? only, ICollection<(int Owner, AlertNotice Notice)> told, ICollection<int> touched)
    {
        if (entry.Place is { } place)
        {
            Pass(place.Time, only, told, touched);
        }

        foreach (var step in entry.Steps)
        {
            if (only is null || only == step.Owner)
            {
                _notices.Clear();
                _watches[step.Owner].Take(Own(step.Owner), step, _notices);
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

    /// <summary>Takes an owner's state from the world below, as if nothing had come since.</summary>
    public void Fall(int owner)
    {
        _owners[owner] = _below!._owners[owner];
        NoteWaiting(owner);
    }

    private void Pass(DateTimeOffset now, int? only, ICollection<(int Owner, AlertNotice Notice)> told, ICollection<int> touched)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        foreach (int owner in _waiting.Where(owner => _watches[owner].IsDue(_owners[owner], now)).ToList())
        {
            Change(owner, only, told, touched, (watch, state, notices) => watch.Pass(state, now, notices));
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
