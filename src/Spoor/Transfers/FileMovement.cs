namespace Spoor.Transfers;

/// <summary>One movement of a row, as SQL expressions for the columns of a transfer.</summary>
public sealed record FileMovement
{
    /// <summary>For which rows; may be null, which is false.</summary>
    public string When { get; init; } = "true";

    /// <summary>A list of which each element is a movement, called <c>item</c> in the other expressions; null for one movement a row.</summary>
    public string? Each { get; init; }

    /// <summary>A transaction has one such movement at most, so equal rows repeat it instead of adding to it.</summary>
    public bool Once { get; init; }

    public required TransferKind Kind { get; init; }

    public required string Block { get; init; }

    public string TxIndex { get; init; } = "0";

    /// <summary>A <see cref="Transfers.Phase"/> as a number.</summary>
    public required string Phase { get; init; }

    public string Index { get; init; } = "0";

    /// <summary>A timestamp, UTC; 1970-01-01 when the file does not state it.</summary>
    public required string Time { get; init; }

    /// <summary>32 bytes.</summary>
    public required string Tx { get; init; }

    /// <summary>The kind in one byte, then the raw bytes; null where there is none.</summary>
    public string From { get; init; } = "NULL";

    public string To { get; init; } = "NULL";

    /// <summary>The reference part of the CAIP-19 name.</summary>
    public required string Asset { get; init; }

    /// <summary>Text of whole units, with or without exponent; null when the file does not state it.</summary>
    public required string Amount { get; init; }

    /// <summary>The number behind <see cref="AmountQuality"/>; null to judge by how the amount is written.</summary>
    public string? Quality { get; init; }

    /// <summary>The number behind <see cref="TransferKind"/> when it differs from row to row, else null.</summary>
    public string? KindOf { get; init; }

    public string OutputTx { get; init; } = "NULL";

    public string OutputIndex { get; init; } = "NULL";
}
