using CsCheck;
using Spoor.Tests.Tracing;
using Spoor.Tracing;

namespace Spoor.Tests.Laws;

/// <summary>Generated UTXO histories: change, coins of unknown origin and unknown value, fees, and nothing at all in an output.</summary>
internal static class UtxoHistories
{
    private static readonly string[] People = ["thief", "a", "b", "c"];

    private static readonly Gen<Draft> Drafts = Gen.Select(
        Gen.Int[0, 9].Array[0, 3], Gen.Select(Gen.Int[0, People.Length - 1], Gen.Int[0, 60]).Array[1, 4]).Select((inputs, outputs) => new Draft(inputs, outputs));

    /// <summary>A history and what is claimed of it, on every sort of claim.</summary>
    public static readonly Gen<(Story Story, TheftClaim[] Claims)> WithClaims = Gen.Select(
        Drafts.Array[2, 12].Select(Tell), Gen.Select(Gen.Int[0, 2], Gen.Int[0, 11], Gen.Int[0, People.Length - 1]).Array[1, 3])
        .Select((story, claims) => (story, claims.Select(Claim).ToArray()));

    private static TheftClaim Claim((int Sort, int Tx, int Who) drawn) => drawn.Sort switch
    {
        0 => new TheftClaim.ByTransaction(Story.Bitcoin, Story.Tx(drawn.Tx)),
        1 => new TheftClaim.BySeed(Story.Bitcoin, Story.Wallet(People[drawn.Who])),
        _ => new TheftClaim.ByHolding(Story.Bitcoin, Story.Wallet(People[drawn.Who]), Story.Begin.AddMinutes(drawn.Tx)),
    };

    // A drawn input takes an unspent output, or where there is none a coin that the data do not show, of known value or not.
    private static Story Tell(Draft[] drafts)
    {
        var story = new Story();
        var unspent = new List<(int Tx, int Output, UInt128 Amount)>();
        for (int tx = 0; tx < drafts.Length; tx++)
        {
            var inputs = new List<(int, int, UInt128)>();
            foreach (int drawn in drafts[tx].Inputs)
            {
                int at = drawn < unspent.Count ? drawn : -1;
                inputs.Add(at >= 0 ? unspent[at] : (1_000 + tx, inputs.Count, drawn % 2 == 0 ? UInt128.MaxValue : (UInt128)(drawn + 1)));
                if (at >= 0)
                {
                    unspent.RemoveAt(at);
                }
            }

            var outputs = drafts[tx].Outputs.Select(output => (People[output.Who], (UInt128)output.Amount)).ToArray();
            story.Spend(tx, [.. inputs], outputs);
            unspent.AddRange(outputs.Select((output, i) => (tx, i, output.Item2)));
        }

        return story;
    }

    private sealed record Draft(int[] Inputs, (int Who, int Amount)[] Outputs);
}
