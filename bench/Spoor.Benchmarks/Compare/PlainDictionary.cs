using System.Globalization;

namespace Spoor.Benchmarks.Compare;

/// <summary>What a C# programmer writes in an afternoon: texts in a dictionary, the same search.</summary>
internal sealed class PlainDictionary : IReachEngine
{
    private readonly Dictionary<string, List<(string To, long Place)>> _payments = [];
    private readonly Dictionary<string, ReachedRow> _reached = [];

    public Task LoadAsync(CompareFolder folder, CancellationToken cancellation)
    {
        foreach (string line in File.ReadLines(folder.CsvFile).Skip(1))
        {
            string[] fields = line.Split(',');
            if (!_payments.TryGetValue(fields[1], out var payments))
            {
                _payments[fields[1]] = payments = [];
            }

            long place = (long.Parse(fields[6], CultureInfo.InvariantCulture) * ReachedRow.PlacesPerBlock)
                + long.Parse(fields[5], CultureInfo.InvariantCulture);
            payments.Add((fields[2], place));
        }

        return Task.CompletedTask;
    }

    public ValueTask<int> ReachAsync(string start, int hops)
    {
        _reached.Clear();
        _reached[start] = new(start, 0, 0);
        List<ReachedRow> frontier = [_reached[start]];
        for (int hop = 1; hop <= hops && frontier.Count > 0; hop++)
        {
            frontier = Layer(frontier, hop);
        }

        return ValueTask.FromResult(_reached.Count);
    }

    public IEnumerable<ReachedRow> Answer() => _reached.Values;

    public void Dispose()
    {
    }

    private List<ReachedRow> Layer(List<ReachedRow> frontier, int hop)
    {
        HashSet<string> improved = [];
        foreach (var here in frontier)
        {
            foreach (var (to, place) in _payments.GetValueOrDefault(here.Address) ?? [])
            {
                if (place < here.Place)
                {
                    continue;
                }

                bool known = _reached.TryGetValue(to, out var before);
                if (!known || place < before.Place)
                {
                    _reached[to] = new(to, place, known ? before.Hops : hop);
                    improved.Add(to);
                }
            }
        }

        return [.. improved.Select(address => _reached[address])];
    }
}
