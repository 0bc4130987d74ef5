using System.Globalization;
using System.Text.Json;
using Spoor.Chains.Evm;
using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Cli.Watching;

/// <summary>Where each chain's watch began, in a file that is whole or not there.</summary>
/// <remarks>Until a chain's first blocks are final no checkpoint has them; a restart then begins here again and finds the same.</remarks>
internal sealed class BeginningFile(string path)
{
    private const string Format = "watch-beginning/1";

    /// <exception cref="FormatException">The file holds something else.</exception>
    public IReadOnlyList<ChainBeginning> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            if (root.GetProperty("spoor").GetString() == Format)
            {
                return [.. root.GetProperty("chains").EnumerateArray().Select(Chain)];
            }
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Damaged(failure);
        }

        throw Damaged(null);
    }

    public void Write(IEnumerable<ChainBeginning> beginnings)
    {
        string partial = path + ".new";
        using (var file = File.Create(partial))
        {
            JsonText.Write(file, json =>
            {
                json.WriteString("spoor", Format);
                json.WriteObjects("chains", beginnings.OrderBy(beginning => beginning.Chain), beginning => Write(json, beginning));
            });
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    private static void Write(Utf8JsonWriter json, ChainBeginning beginning)
    {
        json.WriteString("chain", beginning.Chain.Value);
        json.WriteNumber("first", beginning.First);
        json.WriteObjects("held", beginning.Held.Where(held => held.Amount is not null), held =>
        {
            json.WriteString("wallet", AddressText.Render(beginning.Chain, held.Holder));
            json.WriteString("asset", held.Asset.ToString());
            json.WriteString("amount", held.Amount!.Value.Units.ToString(CultureInfo.InvariantCulture));
        });
    }

    private static ChainBeginning Chain(JsonElement entry)
    {
        var chain = ChainId.Parse(entry.GetProperty("chain").GetString()!);
        return new(chain, entry.GetProperty("first").GetInt64(), [.. entry.GetProperty("held").EnumerateArray().Select(held => Balance(chain, held))]);
    }

    private static EvmBalance Balance(ChainId chain, JsonElement held) => new(
        AddressText.Parse(chain, held.GetProperty("wallet").GetString()!),
        AssetId.Parse(held.GetProperty("asset").GetString()!),
        Amount.Parse(held.GetProperty("amount").GetString()!));

    private FormatException Damaged(Exception? inner) => new(
        $"{path}: expected {Format}, found something else. Delete it together with watch.checkpoint to let the watch begin anew.", inner);
}
