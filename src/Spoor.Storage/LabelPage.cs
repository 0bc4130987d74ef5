using Spoor.Labels;

namespace Spoor.Storage;

/// <summary>A part of many labels.</summary>
/// <param name="Found">The labels of the page, with their retractions.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record LabelPage(LabelHistory Found, LabelPaging Paging, long Total);

/// <summary>Which part of many.</summary>
public sealed record LabelPaging(int Limit, int Offset);
