using System.Globalization;
using Spoor.Labels;
using Spoor.Web.Pages.Elements;

namespace Spoor.Web.Pages.Labels;

/// <summary>A label in the words of a page.</summary>
internal static class LabelText
{
    /// <summary>Category and abuse: <c>perpetrator, service_hack</c>.</summary>
    public static string WhatOf(Label label) =>
        string.Join(", ", new[] { label.Category, label.Abuse }.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal));

    public static string ChainOf(Label label) => label.Subject switch
    {
        LabelSubject.Unread unread => unread.Network,
        _ => label.Chain is { } chain ? ChainWords.NameOf(chain) : "any chain",
    };

    public static string DayOf(DateOnly day) => day == DateOnly.MinValue ? "always" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string TitleOf(LabelConflict conflict)
    {
        string title = conflict.Kind switch
        {
            LabelConflictKind.PerpetratorContract => "accused as a thief, and a contract that nobody owns",
            LabelConflictKind.PerpetratorService => "accused as a thief, and a service",
            _ => "two actors behind one address",
        };
        return conflict.AcrossChains ? $"{title} (the same key on different chains)" : title;
    }

    public static string VerdictOf(LabelConflict conflict)
    {
        string heavier = conflict.Balance switch
        {
            > 0 => $"'{conflict.One.Claim}' weighs more",
            < 0 => $"'{conflict.Other.Claim}' weighs more",
            _ => "both weigh the same",
        };
        return $"{heavier}; {(conflict.Independent ? "the sources are independent" : "the sources are not independent")}. Which is right is for people to say.";
    }
}
