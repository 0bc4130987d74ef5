using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>A UTXO transaction and where it stands.</summary>
internal readonly record struct UtxoMark(TxHash Tx, long Block, int Transaction, DateTimeOffset Time);
