using Spoor.Cli.Commands;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Cli.Labels;

/// <summary>A label in the words of a page.</summary>
internal static class LabelWords
{
    // Enough to tell a hundred thousand labels apart; retract takes any beginning that names one label.
    private const int IdShown = 12;

    public static string IdOf(RecordedLabel label) => label.Id.Length <= IdShown ? label.Id : label.Id[..IdShown];

    /// <summary>Category and abuse: <c>perpetrator, service_hack</c>.</summary>
    public static string WhatOf(Label label) =>
        string.Join(", ", new[] { label.Category, label.Abuse }.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal));

    public static string ConfidenceOf(Label label) => $"{label.Confidence.Level} {label.Confidence.Id}";

    public static string DayOf(DateOnly? day) => day switch
    {
        null => "-",
        { } known when known == DateOnly.MinValue => "always",
        { } known => DayOption.Text(known),
    };

    public static string ChainOf(Label label) => label.Subject switch
    {
        LabelSubject.Unread unread => unread.Network,
        _ => label.Chain is { } chain ? NameOf(chain) : "any chain",
    };

    public static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;
}
