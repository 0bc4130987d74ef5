using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Reporting.Responses;

/// <summary>Which addresses of a thief are watched, and in which files, as <c>thief-watch/1</c>.</summary>
public static class ThiefWatchJson
{
    public const string Format = "thief-watch/1";

    /// <param name="joined">How many joined just now.</param>
    /// <param name="lists">Of each chain, the name of its watch file beside the log.</param>
    public static void Write(string incident, int joined, IReadOnlyList<(ChainId Chain, string File, WatchList List)> lists, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("incident", incident);
        json.WriteNumber("joined", joined);
        json.WriteObjects("lists", lists, list =>
        {
            json.WriteString("chain", list.Chain.Value);
            json.WriteString("file", list.File);
            json.WriteObjects("addresses", list.List.Owners.SelectMany(owner => owner.Wallets).ToList(), wallet =>
            {
                json.WriteString("address", AddressText.ToCaip10(wallet.Chain, wallet.Address));
                json.WriteString("name", wallet.Name);
            });
        });
    });
}
