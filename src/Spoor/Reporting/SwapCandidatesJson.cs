using System.Text.Json;
using Spoor.Tracing.ServiceSwaps;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>Payouts that could belong to deposits at swap services as <c>swap-candidates/1</c>, see <c>docs/json.md</c>.</summary>
public static class SwapCandidatesJson
{
    public static void Write(
        IReadOnlyList<SwapHypothesis> hypotheses, ServiceWallets wallets, SwapParameters parameters, IReadOnlyList<CitedFile> files, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", "swap-candidates/1");
        json.WriteStartObject("parameters");
        json.WriteNumber("minDelaySeconds", (long)parameters.MinDelay.TotalSeconds);
        json.WriteNumber("maxDelaySeconds", (long)parameters.MaxDelay.TotalSeconds);
        json.WriteNumber("minFeePerMillion", parameters.MinFeePerMillion);
        json.WriteNumber("maxFeePerMillion", parameters.MaxFeePerMillion);
        json.WriteNumber("tolerancePerMillion", parameters.TolerancePerMillion);
        json.WriteEndObject();
        json.WriteObjects("files", files, file =>
        {
            json.WriteString("file", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteObjects("wallets", wallets.All, wallet =>
        {
            json.WriteString("service", wallet.Service);
            json.WriteString("account", AddressText.ToCaip10(wallet.Chain, wallet.Address));
        });
        json.WriteObjects("deposits", hypotheses, hypothesis => Write(json, hypothesis));
    });

    private static void Write(Utf8JsonWriter json, SwapHypothesis hypothesis)
    {
        json.WriteString("service", hypothesis.Deposit.Service);
        Write(json, hypothesis.Deposit.Payment);
        json.WriteString("forward", hypothesis.Deposit.Forward is { } forward ? forward.Tx.Render(forward.Chain) : null);
        json.WriteString("usd", hypothesis.Usd?.ToString());
        json.WriteNumber("payoutsInWindow", hypothesis.PayoutsInWindow);
        json.WriteNumber("unpriced", hypothesis.Unpriced);
        json.WriteNumber("rarityPerMillion", hypothesis.RarityPerMillion);
        Write(json, "byChancePerMille", hypothesis.ByChancePerMille);
        Write(json, "probabilityPerMillion", hypothesis.ProbabilityPerMillion);
        json.WriteObjects("candidates", hypothesis.Candidates, candidate =>
        {
            Write(json, candidate.Payout);
            json.WriteNumber("delaySeconds", (long)(candidate.Payout.Time - hypothesis.Deposit.Payment.Time).TotalSeconds);
            json.WriteString("usdIn", candidate.UsdIn.ToString());
            json.WriteString("usdOut", candidate.UsdOut.ToString());
            json.WriteString("pricedAt", candidate.PricedAtPayout ? "payout" : "deposit");
            json.WriteNumber("keptPerMillion", candidate.KeptPerMillion);
            json.WriteNumber("offPerMillion", candidate.OffPerMillion);
            json.WriteNumber("deposits", candidate.Deposits);
            Write(json, "probabilityPerMillion", hypothesis.ChanceOf(candidate));
        });
    }

    private static void Write(Utf8JsonWriter json, Transfer payment)
    {
        json.WriteString("chain", payment.Chain.Value);
        json.WriteString("tx", payment.Tx.Render(payment.Chain));
        json.WriteNumber("block", payment.Position.Block);
        json.WriteString("time", Rendered.Moment(payment.Time));
        json.WriteString("from", Rendered.Account(payment.Chain, payment.From));
        json.WriteString("to", Rendered.Account(payment.Chain, payment.To));
        json.WriteString("asset", payment.Asset.ToString());
        json.WriteString("amount", payment.Amount.ToString());
    }

    private static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
