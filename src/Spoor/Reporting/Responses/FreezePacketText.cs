using System.Globalization;
using System.Text;
using Spoor.Response.Freezing;
using Spoor.Transfers;

namespace Spoor.Reporting.Responses;

/// <summary>A freeze packet as a letter: plain text, every identifier whole on a line of its own so that it can be copied.</summary>
public static class FreezePacketText
{
    private const string NotGiven = "not given";
    private const int MostName = 200;

    public static string Write(FreezePacket packet, TokenList tokens)
    {
        var text = new StringBuilder();
        Head(text, packet, tokens);
        for (int i = 0; i < packet.Positions.Count; i++)
        {
            Position(text, packet.Positions[i], i + 1, packet.Target.IsIssuer, tokens);
        }

        text.Append(CultureInfo.InvariantCulture, $"\nParts of payments are called stolen by the rule {packet.Rule}. All times are UTC. The same request for programs: {packet.Id}.json.\n");
        return text.ToString();
    }

    private static void Head(StringBuilder text, FreezePacket packet, TokenList tokens)
    {
        var asks = packet.Requester;
        Line(text, "REQUEST", $"{ActionOf(asks.Action)} ({packet.Id})");
        Line(text, "To", packet.Target.Name);
        Line(text, "From", Known(asks.Name));
        Line(text, "Contact", Known(asks.Contact));
        Line(text, "Authority", Known(asks.Authority));
        Line(text, "Case number", Known(asks.CaseNumber));
        Line(text, "Case", $"theft from {packet.Victim} ({packet.Incident})");
        Line(text, "Made at", Rendered.Moment(packet.MadeAt));
        Line(text, "Answer by", asks.Deadline is { } deadline ? Rendered.Moment(deadline) : NotGiven);
        foreach (var (asset, _, amount) in packet.Totals)
        {
            Line(text, "Amount", $"{tokens.Show(asset, amount)} on {ChainName(asset.Chain)}");
        }

        Line(text, "Value then", packet.Usd is { } usd ? $"{usd} USD when it came in" : "not priced");
    }

    private static void Position(StringBuilder text, FreezePosition position, int number, bool isIssuer, TokenList tokens)
    {
        var chain = position.Asset.Chain;
        text.Append(CultureInfo.InvariantCulture, $"\n{number}. {tokens.Show(position.Asset, position.Amount)} on {ChainName(chain)}\n");
        Line(text, isIssuer ? "Held at" : "Deposited at", AddressText.Render(chain, position.Address));
        if (position.Label.Length > 0)
        {
            Line(text, "Known as", position.Label);
        }

        Line(text, "Asset", position.Asset.ToString());
        text.Append("\n   Payments that brought it\n");
        foreach (var arrival in position.Arrivals)
        {
            text.Append(CultureInfo.InvariantCulture, $"   {Rendered.Moment(arrival.Time)}  {tokens.Show(position.Asset, arrival.Amount)}, of which stolen {tokens.Show(position.Asset, arrival.Tainted)}\n");
            text.Append(CultureInfo.InvariantCulture, $"      transaction {arrival.Tx.Render(chain)}\n      from        {Render(chain, arrival.From)}\n");
        }

        text.Append("\n   From the theft to here, hop by hop\n");
        if (position.Chronology.Count == 0)
        {
            text.Append("   The transfers at hand do not show the way.\n");
        }

        for (int i = 0; i < position.Chronology.Count; i++)
        {
            Step(text, position.Chronology[i], i, tokens);
        }
    }

    private static void Step(StringBuilder text, ChronologyStep step, int number, TokenList tokens)
    {
        var chain = step.Asset.Chain;
        string what = step.Given is { } given
            ? $"{tokens.Show(given.Asset, given.Amount)} {(step.Kind == StepKind.Bridge ? "carried over a bridge" : "exchanged")} for {tokens.Show(step.Asset, step.Amount)}"
            : tokens.Show(step.Asset, step.Amount);
        text.Append(CultureInfo.InvariantCulture, $"   {number}. {Rendered.Moment(step.Time)}  {WordsOf(step.Kind)} on {ChainName(chain)}: {what}\n");
        text.Append(CultureInfo.InvariantCulture, $"      transaction {step.Tx.Render(chain)}\n");
        if (step.Given is { } paid && paid.Tx != step.Tx)
        {
            text.Append(CultureInfo.InvariantCulture, $"      given in    {paid.Tx.Render(paid.Asset.Chain)} on {ChainName(paid.Asset.Chain)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"      from        {Render(step.Given?.Asset.Chain ?? chain, step.From)}\n      to          {Render(chain, step.To)}\n");
    }

    private static string WordsOf(StepKind kind) => kind == StepKind.Start ? "taken by the thief" : kind.ToString().ToLowerInvariant();

    private static string ActionOf(FreezeAction action) => action switch
    {
        FreezeAction.Preserve => "Preserve records and hold the value below",
        FreezeAction.Freeze => "Freeze the value below and preserve records",
        FreezeAction.Kyc => "Freeze the value below and name the customer to the authority",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name.PadRight(13)} {Plain(value)}\n");

    // Names come from labels and from the command line: one line each, nothing that turns the text around.
    private static string Plain(string value)
    {
        string plain = string.Concat(value.EnumerateRunes().Select(rune =>
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? $"<U+{rune.Value:X4}>" : rune.ToString()));
        return plain.Length <= MostName ? plain : plain[..MostName] + "…";
    }

    private static string Known(string text) => text.Length > 0 ? text : NotGiven;

    private static string Render(ChainId chain, Address? address) => address is { } known ? AddressText.Render(chain, known) : "no address";

    private static string ChainName(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;
}
