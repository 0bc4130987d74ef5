using System.Collections.Frozen;
using System.Text.Json;
using Spoor.Transfers;

namespace Spoor.Detection.Signals;

/// <summary>What each finding adds to the score, in thousandths of a natural log-odds unit, with its reason; from the embedded <c>weights.json</c>.</summary>
public sealed class SignalWeights
{
    private readonly FrozenDictionary<string, int> _weights;
    private readonly FrozenDictionary<string, int> _caps;

    private SignalWeights(JsonElement table)
    {
        Version = table.GetProperty("version").GetString() ?? "";
        Bias = table.GetProperty("bias").GetInt32();
        Rows =
        [
            .. table.GetProperty("rows").EnumerateArray()
                .Select(row => new SignalWeight(row.GetProperty("id").GetString() ?? "", row.GetProperty("weight").GetInt32(), row.GetProperty("reason").GetString() ?? "")),
        ];
        _weights = Rows.ToFrozenDictionary(row => row.Id, row => row.Weight);
        _caps = table.GetProperty("caps").EnumerateArray().ToFrozenDictionary(cap => cap.GetProperty("group").GetString() ?? "", cap => cap.GetProperty("most").GetInt32());
    }

    public static SignalWeights Builtin { get; } = Read();

    public string Version { get; }

    /// <summary>Where the score of an outflow starts: how rare a hostile one is.</summary>
    public int Bias { get; }

    public IReadOnlyList<SignalWeight> Rows { get; }

    /// <summary>The groups within which signals say much the same, and the most that each adds.</summary>
    public IReadOnlyDictionary<string, int> Caps => _caps;

    public int Of(string id) => _weights[id];

    /// <summary>The group of a signal: only signals of different groups are independent.</summary>
    public static string GroupOf(SignalKind kind) => kind switch
    {
        SignalKind.WithdrawalMismatch => "ledger",
        SignalKind.Size or SignalKind.DrainShare => "size",
        SignalKind.FreshRecipient or SignalKind.UnknownCounterparty or SignalKind.GasTopUp => "novelty",
        SignalKind.Concentration or SignalKind.Breadth or SignalKind.Chains => "breadth",
        SignalKind.ControlChange => "control",
        SignalKind.ModeChange => "manner",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a signal that is looked at."),
    };

    private static SignalWeights Read()
    {
        using var stream = Embedded.Open(typeof(SignalWeights), "weights.json");
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement);
    }
}

/// <summary>One row of the table.</summary>
public sealed record SignalWeight(string Id, int Weight, string Reason);
