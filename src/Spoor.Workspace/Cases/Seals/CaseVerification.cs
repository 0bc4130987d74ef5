using System.Text.Json;
using Spoor.Reporting.Cases.Seals;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>What was found when a case file was checked.</summary>
/// <param name="Repeated">Whether the results were computed again; not where the file itself is damaged.</param>
/// <param name="Faults">Empty where everything holds.</param>
public sealed record CaseVerification(OpenedCase Opened, bool Repeated, IReadOnlyList<CaseFault> Faults)
{
    public bool Holds => Faults.Count == 0;

    /// <param name="opened">The file.</param>
    /// <param name="publicKey">PEM, of whoever must have signed; null where nobody must.</param>
    public static async Task<CaseVerification> OfAsync(OpenedCase opened, string? publicKey, CancellationToken cancellation)
    {
        var faults = opened.Faults.ToList();
        if (publicKey is not null && faults.Count == 0 && WrongSigner(opened, publicKey) is { } wrong)
        {
            faults.Add(wrong);
        }

        if (opened.Manifest is not { } manifest || opened.Faults.Count > 0)
        {
            return new(opened, false, faults);
        }

        faults.AddRange(await RepeatAsync(manifest, opened, cancellation));
        return new(opened, true, faults);
    }

    private static CaseFault? WrongSigner(OpenedCase opened, string publicKey)
    {
        string expected = Convert.ToHexStringLower(CaseSignature.PublicKeyOf(publicKey));
        string? found = opened.Signature is { } signature ? Convert.ToHexStringLower(signature.PublicKey.Span) : null;
        return found == expected ? null : new(CaseFaultKind.Signature, CaseNames.Signature, found is null
            ? "The case is not signed; expected the signature of the key that was given."
            : "The case is signed with another key than the one that was given.")
        {
            Expected = expected,
            Found = found,
        };
    }

    private static async Task<IReadOnlyList<CaseFault>> RepeatAsync(CaseManifest manifest, OpenedCase opened, CancellationToken cancellation)
    {
        string hint = manifest.Tool == CaseRules.Tool ? "" : $" It was sealed with Spoor {manifest.Tool} and this is {CaseRules.Tool}: check it with that version.";
        SealedCase repeated;
        try
        {
            repeated = await CaseSealing.RepeatAsync(manifest, opened.Content, cancellation);
        }
        catch (Exception failure) when (failure is FormatException or JsonException or OverflowException or ArgumentException or System.Text.DecoderFallbackException)
        {
            return [new(CaseFaultKind.Input, EntryNamed(failure.Message, opened), $"The results cannot be computed from the inputs: {failure.Message}{hint}")];
        }

        var faults = RepeatFaults.Of(repeated, opened, hint).ToList();
        if (faults.Count == 0 && !repeated.ManifestBytes.Span.SequenceEqual(opened.Entries[0].Content.Span))
        {
            var difference = JsonDifference.First(repeated.ManifestBytes, opened.Entries[0].Content);
            faults.Add(new(CaseFaultKind.Manifest, CaseManifest.Entry, $"The entry {CaseManifest.Entry}: it does not state what inputs and rules give, at {difference?.Place}.{hint}")
            {
                Place = difference?.Place,
                Expected = difference?.Expected,
                Found = difference?.Found,
            });
        }

        return faults;
    }

    // Readers begin a message with the file it is about.
    private static string? EntryNamed(string message, OpenedCase opened) =>
        opened.Entries.Where(entry => message.StartsWith(entry.Name, StringComparison.Ordinal)).Select(entry => entry.Name).FirstOrDefault();
}
