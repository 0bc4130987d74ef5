using System.Runtime.InteropServices;

namespace Spoor.Tracing.Ranking;

/// <summary>The chips of one address; those of one asset and position become one.</summary>
internal sealed class ChipPile
{
    private const int Few = 32;

    private readonly List<Chip> _chips = [];
    private int _limit = Few;

    /// <summary>The mass of all chips.</summary>
    public double Mass { get; private set; }

    public ReadOnlySpan<Chip> Chips => CollectionsMarshal.AsSpan(_chips);

    public void Add(Chip chip)
    {
        Mass += chip.Mass;
        if (_chips.Count > 0 && _chips[^1].IsSamePlace(chip))
        {
            _chips[^1] = chip with { Mass = _chips[^1].Mass + chip.Mass };
            return;
        }

        if (_chips.Count >= _limit)
        {
            Merge();
        }

        _chips.Add(chip);
    }

    public void Clear()
    {
        _chips.Clear();
        Mass = 0;
    }

    /// <summary>Makes one of those that are at one place, so that a pile never grows beyond twice the places.</summary>
    private void Merge()
    {
        _chips.Sort();
        int kept = 0;
        for (int i = 1; i < _chips.Count; i++)
        {
            if (_chips[i].IsSamePlace(_chips[kept]))
            {
                _chips[kept] = _chips[kept] with { Mass = _chips[kept].Mass + _chips[i].Mass };
            }
            else
            {
                _chips[++kept] = _chips[i];
            }
        }

        _chips.RemoveRange(kept + 1, _chips.Count - kept - 1);
        _limit = Math.Max(Few, 2 * _chips.Count);
    }
}
