using System.Text;
using DuckDB.NET.Data;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Storage.DuckDb.Labels;

/// <summary>What a label is about as it rests in the store: the columns <c>key</c> and <c>chain</c>.</summary>
/// <remarks>The first byte of a key is the kind of an address, or one of two that no address has.</remarks>
internal readonly record struct LabelKey(byte[] Key, string? Chain)
{
    // Stored; never renumber.
    private const byte Transaction = 240;
    private const byte Unread = 241;

    internal static LabelKey Of(LabelSubject subject) => subject switch
    {
        LabelSubject.OfAddress account => new(AddressBlob.From(account.Address), account.Chain?.Value),
        LabelSubject.OfTransaction transaction => new([Transaction, .. transaction.Tx.ToBytes()], transaction.Chain.Value),
        LabelSubject.Unread unread => new(OfText(unread.Text), unread.Network),
        _ => throw new InvalidOperationException($"A label about the unknown kind {subject.GetType().Name}."),
    };

    /// <summary>The key of a transaction hash on whatever chain.</summary>
    internal static byte[] Of(TxHash tx) => [Transaction, .. tx.ToBytes()];

    /// <summary>The key of an address that Spoor does not decode.</summary>
    internal static byte[] OfText(string text) => [Unread, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>What the columns of the row being read are about.</summary>
    internal static LabelSubject Read(DuckDBDataReader reader, int key, int chain)
    {
        using var stream = reader.GetStream(key);
        byte[] blob = new byte[stream.Length];
        stream.ReadExactly(blob);
        string? name = reader.IsDBNull(chain) ? null : reader.GetString(chain);
        return blob[0] switch
        {
            Transaction => new LabelSubject.OfTransaction(ChainId.Parse(name!), TxHash.FromBytes(blob.AsSpan(1))),
            Unread => new LabelSubject.Unread(name!, Encoding.UTF8.GetString(blob.AsSpan(1))),
            byte kind => new LabelSubject.OfAddress(
                name is null ? null : ChainId.Parse(name), new((AddressKind)kind, blob.AsSpan(1))),
        };
    }
}
