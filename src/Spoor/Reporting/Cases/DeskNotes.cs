using Spoor.Reporting.Cases.Sections;
using Spoor.Reporting.Documents;
using Spoor.Response;
using Spoor.Response.Compensation;

namespace Spoor.Reporting.Cases;

/// <summary>What the response desk knows of an incident, as a report tells it; what it does not know is empty.</summary>
public sealed record DeskNotes
{
    /// <summary>A case without a desk.</summary>
    public static readonly DeskNotes None = new();

    /// <summary>Deposits and withdrawals: what is suspended, since when and why, and what the exchange's hook confirmed.</summary>
    public IReadOnlyList<Piece> Suspended { get; init; } = [];

    /// <summary>Who was asked to freeze what, and what they answered.</summary>
    public IReadOnlyList<Piece> Freezes { get; init; } = [];

    /// <summary>Who pays, how much is pledged, paid and due.</summary>
    public IReadOnlyList<Piece> Compensation { get; init; } = [];

    /// <summary>What is due next by the clock, and when the next update is promised.</summary>
    public IReadOnlyList<Piece> Next { get; init; } = [];

    /// <summary>Whom to turn to.</summary>
    public IReadOnlyList<Piece> Contact { get; init; } = [];

    /// <summary>Every act of the desk.</summary>
    public IReadOnlyList<Piece> Acts { get; init; } = [];

    /// <param name="compensation">Null where none is open.</param>
    public static DeskNotes Of(ResponseState state, CompensationCase? compensation) => new()
    {
        Suspended = DeskPieces.Suspensions(state),
        Freezes = DeskPieces.Freezes(state),
        Compensation = compensation is null ? [] : DeskPieces.Compensation(compensation),
        Next = DeskPieces.Clock(state),
        Acts = DeskPieces.Acts(state),
    };
}
