using System.Text.Json;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Tracing.Swaps;
using Spoor.Tracing.Terminals;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>A trace as <c>trace/1</c>, the contract of <c>docs/json.md</c>.</summary>
public sealed class TraceJson
{
    private readonly Trace _trace;
    private readonly TaintBounds? _bounds;
    private readonly Whereabouts? _whereabouts;
    private readonly IReadOnlyList<CitedFile> _labelFiles;
    private readonly Dictionary<int, Theft> _thefts;
    private readonly Utf8JsonWriter _json;

    private TraceJson(Trace trace, TaintBounds? bounds, Whereabouts? whereabouts, IReadOnlyList<CitedFile> labelFiles, Utf8JsonWriter json)
    {
        _trace = trace;
        _bounds = bounds;
        _whereabouts = whereabouts;
        _labelFiles = labelFiles;
        _thefts = trace.Thefts.ToDictionary(theft => theft.Number);
        _json = json;
    }

    /// <summary>Writes the document without bounds and classes.</summary>
    public static void Write(Trace trace, Stream output, params IReadOnlyList<CitedFile> labelFiles) =>
        Write(trace, null, null, output, labelFiles);

    /// <summary>Writes the document without classes.</summary>
    public static void Write(Trace trace, TaintBounds? bounds, Stream output, params IReadOnlyList<CitedFile> labelFiles) =>
        Write(trace, bounds, null, output, labelFiles);

    /// <summary>Writes the whole document; the same trace gives the same bytes.</summary>
    /// <param name="bounds">Null where nobody asked for them.</param>
    /// <param name="whereabouts">Of this trace; null where nobody asked for it.</param>
    /// <param name="labelFiles">Where the labels of the request come from.</param>
    public static void Write(Trace trace, TaintBounds? bounds, Whereabouts? whereabouts, Stream output, params IReadOnlyList<CitedFile> labelFiles) =>
        JsonText.Write(output, json => new TraceJson(trace, bounds, whereabouts, labelFiles, json).WriteMembers());

    private void WriteMembers()
    {
        _json.WriteString("spoor", "trace/1");
        _json.WriteString("rule", _trace.Request.Rule.Name);
        _json.WriteString("direction", _trace.Request.Direction == TraceDirection.Out ? "out" : "in");
        RequestJson.Write(_json, _trace.Request, _trace.Request.Rule.Version, _labelFiles);
        _json.WriteObjects("thefts", _trace.Thefts, Write);
        _json.WriteObjects("addresses", _trace.Holdings, Write);
        _json.WriteObjects("transfers", _trace.Transfers, Write);
        _json.WriteObjects("conversions", _trace.Conversions, Write);
        _json.WriteObjects("openings", _trace.Openings, Write);
        _json.WriteObjects("collisions", _trace.Collisions, Write);
        _json.WriteObjects("refused", _trace.Refused, asset => _json.WriteString("asset", asset.ToString()));
        _json.WriteObjects("books", _trace.Books, Write);
        TraceBoundsJson.Write(_json, _trace, _bounds);
        WhereaboutsJson.Write(_json, _whereabouts);
    }

    private void Write(Theft theft)
    {
        _json.WriteString("id", theft.Id);
        _json.WriteString("chain", theft.Asset.Chain.Value);
        _json.WriteString("tx", theft.Tx?.Render(theft.Asset.Chain));
        _json.WriteString("address", Rendered.Account(theft.Asset.Chain, theft.Address));
        _json.WriteString("asset", theft.Asset.ToString());
        _json.WriteString("amount", theft.Amount.ToString());
    }

    private void Write(TracedHolding holding)
    {
        _json.WriteString("address", Rendered.Account(holding.Asset.Chain, holding.Address));
        _json.WriteString("asset", holding.Asset.ToString());
        _json.WriteNumber("hop", holding.Hop);
        _json.WriteString("received", holding.Received.ToString());
        _json.WriteString("held", holding.Held.ToString());
        _json.WriteString("sent", holding.Sent.ToString());
        _json.WriteString("first", Rendered.Moment(holding.First));
        _json.WriteString("last", Rendered.Moment(holding.Last));
        _json.WriteString("stop", holding.Stop?.ToString());
        _json.WriteString("why", holding.Stop?.Why);
        _json.WriteObjects("rests", holding.Rests, rest =>
        {
            _json.WriteString("theft", IdOf(rest.Key));
            _json.WriteString("amount", rest.Value.ToString());
        });
        var bounds = _bounds?.Of(holding.Asset, holding.Address);
        _json.WriteString("lower", bounds?.Lower.ToString());
        _json.WriteString("upper", bounds?.Upper.ToString());
    }

    private void Write(TracedTransfer traced)
    {
        var transfer = traced.Transfer;
        _json.WriteString("chain", transfer.Chain.Value);
        _json.WriteNumber("block", transfer.Position.Block);
        _json.WriteString("tx", transfer.Tx.Render(transfer.Chain));
        _json.WriteNumber("phase", (byte)transfer.Position.Phase);
        _json.WriteNumber("index", transfer.Position.Index);
        _json.WriteString("time", Rendered.Moment(transfer.Time));
        _json.WriteString("from", Rendered.Account(transfer.Chain, transfer.From));
        _json.WriteString("to", Rendered.Account(transfer.Chain, transfer.To));
        _json.WriteString("asset", transfer.Asset.ToString());
        _json.WriteString("amount", transfer.Amount.ToString());
        _json.WriteString("tainted", traced.Tainted.ToString());
        _json.WriteString("origin", traced.Origin.ToString());
        _json.WriteString("theft", IdOf(traced.Theft));
    }

    private void Write(TracedConversion traced)
    {
        var first = traced.Conversion.First;
        _json.WriteString("chain", first.Chain.Value);
        _json.WriteNumber("block", first.Position.Block);
        _json.WriteString("tx", first.Tx.Render(first.Chain));
        _json.WriteString("time", Rendered.Moment(first.Time));
        _json.WriteString("address", Rendered.Account(first.Chain, traced.Conversion.Address));
        _json.WriteString("theft", IdOf(traced.Theft));
        _json.WriteString("origin", traced.Origin.ToString());
        _json.WriteObjects("given", traced.Conversion.Given.Zip(traced.Given), Write);
        _json.WriteObjects("received", traced.Conversion.Received.Zip(traced.Received), Write);
        _json.WriteBoolean("equalParts", traced.Conversion.AssumesEqualParts);
        _json.WriteString("recipient", traced.Crossing is null ? Rendered.Account(first.Chain, traced.Conversion.Recipient) : null);
        _json.WriteString("bridge", traced.Crossing?.Name);
        _json.WriteString("match", traced.Crossing?.MatchedBy);
        if (traced.Arrival is not { } arrival)
        {
            _json.WriteNull("arrival");
            return;
        }

        _json.WriteStartObject("arrival");
        _json.WriteString("chain", arrival.Chain.Value);
        _json.WriteString("tx", arrival.Tx.Render(arrival.Chain));
        _json.WriteString("address", Rendered.Account(arrival.Chain, arrival.To));
        _json.WriteString("asset", arrival.Asset.ToString());
        _json.WriteString("amount", arrival.Amount.ToString());
        _json.WriteEndObject();
    }

    private void Write((ConvertedAmount Side, Amount Tainted) side)
    {
        _json.WriteString("asset", side.Side.Asset.ToString());
        _json.WriteString("amount", side.Side.Amount.ToString());
        _json.WriteString("tainted", side.Tainted.ToString());
    }

    private void Write(Opening opening)
    {
        _json.WriteString("chain", opening.Asset.Chain.Value);
        _json.WriteString("address", Rendered.Account(opening.Asset.Chain, opening.Address));
        _json.WriteString("asset", opening.Asset.ToString());
        _json.WriteString("amount", opening.Amount.ToString());
        _json.WriteString("position", opening.Position.ToString());
        _json.WriteString("time", Rendered.Moment(opening.Time));
        _json.WriteBoolean("stolen", opening.Theft != Lot.NoTheft);
        _json.WriteString("theft", opening.Theft == Lot.NoTheft ? null : IdOf(opening.Theft));
    }

    private void Write(Collision collision)
    {
        _json.WriteString("tx", collision.Tx?.Render(collision.Asset.Chain));
        _json.WriteString("address", Rendered.Account(collision.Asset.Chain, collision.Address));
        _json.WriteString("asset", collision.Asset.ToString());
        _json.WriteString("amount", collision.Amount.ToString());
        _json.WriteString("kept", IdOf(collision.Kept));
        _json.WriteString("claimed", IdOf(collision.Claimed));
    }

    private void Write(Book book)
    {
        _json.WriteString("theft", IdOf(book.Theft));
        _json.WriteString("asset", _thefts[book.Theft].Asset.ToString());
        _json.WriteString("stolen", book.Stolen.ToString());
        _json.WriteString("overcount", book.Overcount.ToString());
        _json.WriteString("held", book.Held.ToString());
        _json.WriteStartObject("stopped");
        foreach (var (reason, amount) in book.Stopped)
        {
            _json.WriteString(new TraceStop(reason, null).Name, amount.ToString());
        }

        _json.WriteEndObject();
        _json.WriteString("fees", book.Fees.ToString());
        _json.WriteString("difference", book.Difference.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private string IdOf(int theft) => _thefts[theft].Id;
}
