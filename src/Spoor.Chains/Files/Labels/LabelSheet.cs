using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>What has been read of a label file so far: labels, actors, sources, and faults.</summary>
internal sealed class LabelSheet(LabelFileName file, LabelReadOptions options)
{
    private const int MaxFaults = 100;
    private const int MaxFound = 120;

    private readonly List<Label> _labels = [];
    private readonly List<Actor> _actors = [];
    private readonly List<Citation> _sources = [];
    private readonly HashSet<string> _cited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _looked = new(StringComparer.Ordinal);
    private readonly List<LabelFault> _faults = [];
    private readonly List<LabelFault> _passedOver = [];
    private readonly List<LabelFault> _damaged = [];
    private int _damagedCount;
    private readonly SortedDictionary<string, int> _remarks = new(StringComparer.Ordinal);

    public LabelFileName File => file;

    public LabelReadOptions Options => options;

    public LabelRowReader Rows => field ??= new(this);

    public int FaultCount { get; private set; }

    /// <summary>The day from which a label counts as known: what the caller says, the row states, the file's name says, or today.</summary>
    /// <param name="stated">The day the row itself gives; null where it gives none.</param>
    public DateOnly LearnedOf(DateOnly? stated) => options.Learned ?? stated ?? DayOfFile ?? options.DefaultLearned;

    // A list of a month that is not over is of today.
    private DateOnly? DayOfFile => file.Day > options.Latest ? options.Latest : file.Day;

    public void Add(Label label) => _labels.Add(label);

    public void Add(Actor actor) => _actors.Add(actor);

    /// <summary>Notes a source once, however many rows name it.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Cite(Citation source)
    {
        if (!_cited.Add(source.Key))
        {
            return false;
        }

        _sources.Add(source);
        return true;
    }

    /// <summary>Notes what a source repeats, where that is known.</summary>
    public void CiteKnown(string source)
    {
        if (_looked.Add(source))
        {
            KnownSources.Find(source).ToList().ForEach(known => Cite(known));
        }
    }

    /// <summary>Notes whom a source repeats, as its row says or, where it says nothing, as is known.</summary>
    public void Cite(string source, IReadOnlyList<string> derivedFrom)
    {
        if (source.Length > 0 && derivedFrom.Count > 0)
        {
            Cite(new Citation { Key = source, Kind = SourceKind.Compilation, Title = source, DerivedFrom = derivedFrom });
        }
        else if (source.Length > 0)
        {
            CiteKnown(source);
        }
    }

    /// <exception cref="LabelFileException">There are so many faults that more would tell nothing new, and the file is refused anyway.</exception>
    public void Fault(long line, string field, string expected, string found)
    {
        FaultCount++;
        if (_faults.Count < MaxFaults)
        {
            _faults.Add(FaultAt(line, field, expected, found));
        }
        else if (!options.SkipFaultyRows)
        {
            throw new LabelFileException(_faults, isCutShort: true);
        }
    }

    /// <summary>Notes a row that names no address and so cannot be meant as a label.</summary>
    public void PassOver(long line, string field, string found)
    {
        if (_passedOver.Count < MaxFaults)
        {
            _passedOver.Add(FaultAt(line, field, "an address", found));
        }
    }

    /// <summary>Notes a label whose address is damaged and kept as written.</summary>
    public void Damage(long line, string field, string expected, string found)
    {
        _damagedCount++;
        if (_damaged.Count < MaxFaults)
        {
            _damaged.Add(FaultAt(line, field, expected, found));
        }
    }

    /// <summary>Notes what is true of many rows and no fault, once with their number.</summary>
    public void Remark(string remark) => _remarks[remark] = _remarks.GetValueOrDefault(remark) + 1;

    /// <summary>Notes a tag whose <c>context.spoor</c> was not taken.</summary>
    public void Doubt() => Remark("context.spoor ignored but for tlp and a later day learned; --trust-context takes it where the pack is Spoor's own");

    /// <summary>A fault after which nothing more can be read.</summary>
    public LabelFileException Broken(long line, string field, string expected, string found) =>
        new([.. _faults, FaultAt(line, field, expected, found)]);

    /// <exception cref="LabelFileException">There are faults, and the caller did not ask to leave faulty rows out.</exception>
    public LabelFileContent Finish(string format) => FaultCount > 0 && !options.SkipFaultyRows
        ? throw new LabelFileException(_faults)
        : new()
        {
            Format = format,
            Labels = _labels,
            Actors = _actors,
            Sources = _sources,
            PassedOver = _passedOver,
            Damaged = _damaged,
            DamagedCount = _damagedCount,
            Remarks = [.. _remarks.Select(remark => new LabelRemark(remark.Key, remark.Value))],
            Faults = _faults,
            FaultCount = FaultCount,
        };

    private LabelFault FaultAt(long line, string field, string expected, string found) =>
        new(file.File, line, field, expected, LabelWords.Shown(found, MaxFound));
}
