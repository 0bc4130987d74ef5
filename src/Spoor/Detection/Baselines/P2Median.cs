using System.Runtime.CompilerServices;

namespace Spoor.Detection.Baselines;

/// <summary>The median of a stream from five markers, without keeping the values.</summary>
/// <remarks>Jain and Chlamtac, <em>The P² algorithm for dynamic calculation of quantiles and histograms without storing observations</em>, CACM 1985.</remarks>
public struct P2Median
{
    private const int Markers = 5;

    private Heights _heights;
    private Places _places;

    public int Count { get; private set; }

    /// <summary>Exact up to five values, an estimate from there on; 0 before the first.</summary>
    public readonly double Value => Count switch
    {
        0 => 0,
        >= Markers => _heights[2],
        _ => (_heights[(Count - 1) / 2] + (double)_heights[Count / 2]) / 2,
    };

    public void Add(double x)
    {
        if (Count < Markers)
        {
            Insert((float)x);
            return;
        }

        int cell = 0;
        while (cell < Markers - 1 && x >= _heights[cell + 1])
        {
            cell++;
        }

        _heights[0] = Math.Min(_heights[0], (float)x);
        _heights[4] = Math.Max(_heights[4], (float)x);
        for (int i = Math.Min(cell, 3) + 1; i < Markers; i++)
        {
            _places[i]++;
        }

        Count++;
        for (int i = 1; i < Markers - 1; i++)
        {
            Adjust(i);
        }
    }

    private void Insert(float x)
    {
        int place = Count;
        while (place > 0 && _heights[place - 1] > x)
        {
            _heights[place] = _heights[place - 1];
            place--;
        }

        _heights[place] = x;
        _places[Count] = Count + 1;
        Count++;
    }

    // Marker i should stand at a quarter, half and three quarters of the way; it moves by one when it is off by one or more.
    private void Adjust(int i)
    {
        double off = 1 + ((Count - 1) * i / 4.0) - _places[i];
        int step = off >= 1 && _places[i + 1] - _places[i] > 1 ? 1 : off <= -1 && _places[i - 1] - _places[i] < -1 ? -1 : 0;
        if (step == 0)
        {
            return;
        }

        double curved = Parabola(i, step);
        bool isBetween = _heights[i - 1] < curved && curved < _heights[i + 1];
        _heights[i] = (float)(isBetween ? curved : Line(i, step));
        _places[i] += step;
    }

    private readonly double Parabola(int i, int step)
    {
        double below = _places[i] - _places[i - 1];
        double above = _places[i + 1] - _places[i];
        double rise = (above - step) * (_heights[i] - (double)_heights[i - 1]) / below;
        double climb = (below + step) * (_heights[i + 1] - (double)_heights[i]) / above;
        return _heights[i] + (step / (below + above) * (climb + rise));
    }

    private readonly double Line(int i, int step) =>
        _heights[i] + (step * (_heights[i + step] - (double)_heights[i]) / (_places[i + step] - _places[i]));

    internal readonly void Write(ref StateWriter to)
    {
        to.Count(Count);
        for (int i = 0; i < Math.Min(Count, Markers); i++)
        {
            to.Single(_heights[i]);
            to.Count(_places[i]);
        }
    }

    internal static P2Median Read(ref StateReader from)
    {
        var median = new P2Median { Count = from.Count(int.MaxValue) };
        for (int i = 0; i < Math.Min(median.Count, Markers); i++)
        {
            median._heights[i] = from.Single();
            median._places[i] = from.Count(int.MaxValue);
        }

        return median;
    }

    [InlineArray(Markers)]
    private struct Heights
    {
        private float _first;
    }

    [InlineArray(Markers)]
    private struct Places
    {
        private int _first;
    }
}
