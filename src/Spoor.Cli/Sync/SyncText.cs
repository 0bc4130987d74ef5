using System.Text.Json;
using Spoor.Chains.Sync;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Cli.Sync;

/// <summary>Where a synchronisation ended, for people and as <c>sync/1</c>.</summary>
internal static class SyncText
{
    public static void Write(Terminal terminal, Chain chain, SyncProgress reached)
    {
        string name = chain.Name == chain.Id.Value ? chain.Name : chain.ToString();
        terminal.Heading($"{name}: {Counted.Of(reached.Blocks, "block", "blocks")} read, {Counted.Of(reached.Transfers, "transfer", "transfers")}");
        terminal.Table(
            [">Block", ">Head", ">Behind", ">Final to", ">Reorganisations", ">Deepest"],
            [[
                reached.Tip is { } tip ? Counted.Of(tip.Height) : "none", Counted.Of(reached.Head.Height), Counted.Of(reached.Lag), HeightOf(reached.Finalized),
                Counted.Of(reached.Reorganisations), Counted.Of(reached.DeepestReorganisation),
            ]]);
        foreach (string gap in GapsText.Sentences(reached.Gaps, reached.RefusedAmounts))
        {
            terminal.Line($"  {gap}");
        }

        terminal.Line();
        terminal.Line("Next: spoor status; spoor trace --seed ADDRESS");
    }

    public static void WriteJson(Chain chain, SyncProgress reached, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "sync/1");
        json.WriteString("chain", chain.Id.Value);
        json.WriteString("name", chain.Name);
        WriteHeader(json, "tip", reached.Tip);
        WriteHeader(json, "head", reached.Head);
        json.WriteNumber("lag", reached.Lag);
        WriteHeight(json, "finalized", reached.Finalized);
        json.WriteNumber("blocks", reached.Blocks);
        json.WriteNumber("transfers", reached.Transfers);
        json.WriteNumber("reorganisations", reached.Reorganisations);
        json.WriteNumber("deepestReorganisation", reached.DeepestReorganisation);
        json.WriteStartArray("gaps");
        GapsText.Names(reached.Gaps).ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteNumber("refusedAmounts", reached.RefusedAmounts);
    });

    /// <summary>A height, or that none is known or reached.</summary>
    public static string HeightOf(long? height) => height switch
    {
        null => "not known",
        < 0 => "none",
        { } known => Counted.Of(known),
    };

    /// <summary>A height, or null when none is known or reached.</summary>
    public static void WriteHeight(Utf8JsonWriter json, string name, long? height)
    {
        if (height is >= 0)
        {
            json.WriteNumber(name, height.Value);
            return;
        }

        json.WriteNull(name);
    }

    private static void WriteHeader(Utf8JsonWriter json, string name, BlockHeader? header)
    {
        if (header is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("height", header.Height);
        json.WriteString("hash", header.Hash.Render(header.Chain));
        json.WriteString("time", Rendered.Moment(header.Time));
        json.WriteEndObject();
    }
}
