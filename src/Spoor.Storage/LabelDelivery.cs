using Spoor.Labels;

namespace Spoor.Storage;

/// <summary>What one file of labels brings to the store.</summary>
/// <param name="File">Its name without the folder.</param>
/// <param name="Sha256">Of its bytes, 64 hex digits.</param>
/// <param name="Format">What it was read as: <c>tagpack</c>.</param>
public sealed record LabelDelivery(string File, string Sha256, string Format)
{
    public IReadOnlyList<RecordedLabel> Labels { get; init; } = [];

    /// <summary>What the file, or who imports it, says of the sources of its labels.</summary>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    public IReadOnlyList<Actor> Actors { get; init; } = [];

    /// <summary>The source of the labels that name none.</summary>
    public string Source { get; init; } = "";

    /// <summary>The day of the import.</summary>
    public DateOnly Recorded { get; init; }

    /// <summary>Entries left out as faulty.</summary>
    public long Bad { get; init; }
}

/// <summary>What the store did with a <see cref="LabelDelivery"/>.</summary>
/// <param name="Added">Labels that were new.</param>
/// <param name="Earlier">Labels that were known and now count as learned earlier than before.</param>
/// <param name="Retracted">Labels of the delivery that are retracted here and stay so.</param>
/// <param name="Sources">Sources that were new or are described differently now.</param>
/// <param name="Actors">As <paramref name="Sources"/>, of actors.</param>
public sealed record LabelReceipt(LabelDelivery Delivery, long Added, long Earlier, long Retracted, long Sources, long Actors)
{
    /// <summary>Labels the store held already or the file repeats.</summary>
    public long Known => Delivery.Labels.Count - Added;
}
