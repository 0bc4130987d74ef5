using System.Security.Cryptography;
using Spoor.Detection.Checkpoints;
using Spoor.Detection.Owners;
using Spoor.Detection.Steps;
using Spoor.Detection.Watching;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection;

/// <content>The detector at rest: what is final of its state, so that a restart goes on from there and tells the same again.</content>
public sealed partial class DrainDetector
{
    private const int FormatVersion = 5;

    private static ReadOnlySpan<byte> Magic => "SPOORDRN"u8;

    /// <summary>What of a restored checkpoint did not fit the watch list; empty for one that was not restored.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    /// <summary>The last blocks of a chain, highest first; those without a hash cannot be named and are left out.</summary>
    public IReadOnlyList<BlockHeader> Recent(ChainId chain, int count) =>
    [
        .. _journal.Reverse().Select(entry => entry.Place?.Header).OfType<BlockHeader>().Where(header => header.Chain == chain)
            .Concat(_marks.Absorbed(chain)).Take(count),
    ];

    /// <summary>The state after what is final, as bytes; equal states give equal bytes.</summary>
    /// <remarks>Blocks that are not final are not in it: whoever goes on from a checkpoint is given them again.</remarks>
    public byte[] Checkpoint()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Magic);
        using var writer = new BinaryWriter(bytes);
        var form = new Form(writer);
        form.Int(FormatVersion);
        _marks.Write(form);
        form.Values(_base.Clocks.All, clock => (form.Chain(clock.Chain), form.Time(clock.Time)));
        form.Values(_numbers.Offsets, offset => OfForm(form, offset));
        form.Facts(_journal.Select(entry => entry.Ordered?.Withdrawal).OfType<Withdrawal>(), form.Withdrawal);
        WriteOwners(form, _base);
        writer.Flush();
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <summary>Goes on from a checkpoint.</summary>
    /// <exception cref="FormatException">The bytes are damaged, or of another version.</exception>
    public static DrainDetector Restore(byte[] checkpoint, WatchList watch, PriceBook prices, TokenList? tokens = null)
    {
        var body = Checked(checkpoint);
        using var bytes = new MemoryStream(body.ToArray());
        using var reader = new BinaryReader(bytes);
        var form = new Form(reader);
        int version = form.Int(0);
        if (version != FormatVersion)
        {
            throw new FormatException($"Expected a checkpoint of version {FormatVersion}, found {version}; delete it and let the watch learn anew.");
        }

        var marks = ChainMarks.Read(form);
        var clocks = new ChainClocks(form.Values<(ChainId Chain, DateTimeOffset Time)>([], clock => (form.Chain(clock.Chain), form.Time(clock.Time))));
        var offsets = form.Values<(string Alert, int Offset)>([], offset => OfForm(form, offset));
        var ordered = form.Facts<Withdrawal>([], form.Withdrawal);
        var owners = form.Facts<OwnerRecord>([], form.Owner);
        var index = new WatchIndex(watch);
        var fitting = new Fitting(index, owners);
        var detector = new DrainDetector(watch, prices, tokens, marks, index, fitting.Owners(), clocks) { Changes = fitting.Changes };
        offsets.ForEach(offset => detector._numbers.Move(offset.Alert, 0, offset.Offset));
        foreach (var withdrawal in ordered.Where(withdrawal => watch.Owners.Any(owner => owner.Name == withdrawal.Owner)))
        {
            detector.Expect(withdrawal);
        }

        return detector;
    }

    /// <summary>A digest of the state after all blocks given, whatever of them is final: equal for equal histories.</summary>
    public string StateDigest()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var form = new Form(writer);
        form.Values(_marks.Heights, mark => (form.Chain(mark.Chain), form.Long(mark.Height)));
        WriteOwners(form, _head);
        writer.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }

    private static ReadOnlySpan<byte> Checked(byte[] checkpoint)
    {
        int length = checkpoint.Length - SHA256.HashSizeInBytes;
        bool isWhole = length > Magic.Length
            && checkpoint.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            && SHA256.HashData(checkpoint.AsSpan(0, length)).AsSpan().SequenceEqual(checkpoint.AsSpan(length));
        return isWhole
            ? checkpoint.AsSpan(Magic.Length, length - Magic.Length)
            : throw new FormatException($"The checkpoint of {checkpoint.Length} bytes is damaged or is none; take an earlier one, or delete it and let the watch learn anew.");
    }

    private static (string Alert, int Offset) OfForm(Form form, (string Alert, int Offset) offset) => (form.Text(offset.Alert ?? ""), form.Int(offset.Offset));

    private void WriteOwners(Form form, World world) =>
        form.Facts(Watch.Owners.Select((owner, i) => OwnerForms.RecordOf(owner, world.Owners[i])), form.Owner);
}
