namespace Spoor.Transfers;

/// <summary>Two lists that disagree on the symbol or the decimals of one asset; the earlier list was kept.</summary>
public sealed record TokenConflict(Token Kept, Token Refused);
