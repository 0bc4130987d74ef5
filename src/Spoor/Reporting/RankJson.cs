using System.Text.Json;
using Spoor.Tracing;
using Spoor.Tracing.Ranking;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>A ranking as <c>rank/1</c>, the contract of <c>docs/json.md</c>.</summary>
public sealed class RankJson
{
    private readonly RankedList _list;
    private readonly IReadOnlyList<CitedFile> _labelFiles;
    private readonly Utf8JsonWriter _json;

    private RankJson(RankedList list, IReadOnlyList<CitedFile> labelFiles, Utf8JsonWriter json)
    {
        _list = list;
        _labelFiles = labelFiles;
        _json = json;
    }

    /// <summary>Writes the whole document; the same ranking gives the same bytes.</summary>
    /// <param name="top">How many addresses at most; null for all.</param>
    /// <param name="labelFiles">Where the labels of the request come from.</param>
    public static void Write(RankedList list, Stream output, int? top, params IReadOnlyList<CitedFile> labelFiles) =>
        JsonText.Write(output, json => new RankJson(list, labelFiles, json).WriteMembers(top ?? int.MaxValue));

    private void WriteMembers(int top)
    {
        var request = _list.Request;
        _json.WriteString("spoor", "rank/1");
        _json.WriteString("method", request.Method.Name);
        _json.WriteString("direction", request.Direction == TraceDirection.Out ? "out" : "in");
        _json.WriteString("chain", request.Chain.Value);
        WriteRequest(request);
        _json.WriteNumber("pushes", _list.Pushes);
        _json.WriteNumber("ranked", _list.Addresses.Count);
        _json.WriteNumber("community", _list.Community);
        _json.WriteStartObject("mass");
        _json.WriteNumber("settled", _list.Mass.Settled);
        _json.WriteNumber("held", _list.Mass.Held);
        _json.WriteNumber("waiting", _list.Mass.Waiting);
        _json.WriteEndObject();
        _json.WriteObjects("addresses", _list.Addresses.Take(top).Select((one, i) => (one, Rank: i + 1)), ranked => Write(ranked.one, ranked.Rank));
    }

    private void WriteRequest(RankingRequest request)
    {
        _json.WriteStartObject("request");
        _json.WriteNumber("methodVersion", request.Method.Version);
        _json.WriteObjects("seeds", request.Seeds, seed =>
        {
            _json.WriteString("address", Rendered.Account(request.Chain, seed.Address));
            _json.WriteString("asset", seed.Asset?.ToString());
            _json.WriteString("after", seed.After?.ToString());
            _json.WriteString("before", seed.Before?.ToString());
        });
        _json.WriteNumber("alphaPerMillion", request.AlphaPerMillion);
        _json.WriteNumber("betaPerMillion", request.BetaPerMillion);
        _json.WriteNumber("epsilonPerMillion", request.EpsilonPerMillion);
        _json.WriteNumber("communityPerMillion", request.CommunityPerMillion);
        _json.WriteString("sinks", request.Sinks == SinkRule.Hold ? "hold" : "recycle");
        _json.WriteNumber("minCounterparties", request.Stops.MinCounterparties);
        _json.WriteNumber("minTransfersPerDay", request.Stops.MinTransfersPerDay);
        _json.WriteObjects("assets", (request.Assets ?? new HashSet<AssetId>()).Order(), asset => _json.WriteString("asset", asset.ToString()));
        _json.WriteNumber("labels", request.Stops.Labels.Count);
        _json.WriteObjects("labelFiles", _labelFiles, file =>
        {
            _json.WriteString("file", file.Name);
            _json.WriteString("sha256", file.Sha256);
        });
        _json.WriteEndObject();
    }

    private void Write(RankedAddress one, int rank)
    {
        var label = _list.Request.Stops.Labels.Of(_list.Request.Chain, one.Address);
        _json.WriteNumber("rank", rank);
        _json.WriteString("address", Rendered.Account(_list.Request.Chain, one.Address));
        _json.WriteNumber("share", one.Share);
        _json.WriteNumber("held", one.Held);
        _json.WriteBoolean("inCommunity", rank <= _list.Community);
        _json.WriteString("label", label?.Name);
        _json.WriteString("category", label?.Category);
    }
}
