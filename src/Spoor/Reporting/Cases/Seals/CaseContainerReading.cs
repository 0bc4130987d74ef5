using System.Buffers.Binary;
using System.Text;

namespace Spoor.Reporting.Cases.Seals;

/// <summary>What a case file holds, and what is wrong with it as a container.</summary>
/// <remarks>
/// Not a reader of ZIP: whatever <see cref="CaseContainer"/> would not have written is a fault, so that no bit of the file is without
/// a check and nothing is ever unpacked. Contents are slices of the file.
/// </remarks>
/// <param name="Entries">In the order of the file, as far as it could be read.</param>
/// <param name="Faults">Empty for a file that is byte for byte as it must be.</param>
public sealed record CaseContainerReading(IReadOnlyList<CaseEntry> Entries, IReadOnlyList<CaseFault> Faults)
{
    public static CaseContainerReading Of(ReadOnlyMemory<byte> file)
    {
        var reader = new Reader(file);
        reader.ReadEntries();
        return new(reader.Entries, reader.Faults);
    }

    private sealed class Reader(ReadOnlyMemory<byte> file)
    {
        private int _at;

        public List<CaseEntry> Entries { get; } = [];

        public List<CaseFault> Faults { get; } = [];

        public void ReadEntries()
        {
            while (SignatureAt(_at) == CaseContainer.LocalSignature)
            {
                if (!ReadEntry())
                {
                    return;
                }
            }

            if (Entries.Count == 0)
            {
                Fault(null, file.Length == 0 ? "the file is empty." : "it does not begin as a case file does (a ZIP whose first entry is manifest.json).");
                return;
            }

            CheckDirectory();
        }

        private bool ReadEntry()
        {
            if (NameAt(_at) is not { } name || !CaseEntry.IsName(name))
            {
                Fault(null, $"at byte {_at}: expected the name of an entry in plain letters, without a way out of its folder, found another.");
                return false;
            }

            uint size = BinaryPrimitives.ReadUInt32LittleEndian(file.Span[(_at + 18)..]);
            int begin = _at + CaseContainer.LocalBytes + name.Length;
            if (size > file.Length - begin)
            {
                Fault(name, $"states {size} bytes; the file ends {file.Length - begin} bytes after its header.");
                return false;
            }

            if (Entries.Count == CaseContainer.MaxEntries)
            {
                Fault(name, $"is entry {CaseContainer.MaxEntries + 1}; a case file has at most {CaseContainer.MaxEntries}.");
                return false;
            }

            var entry = new CaseEntry(name, file.Slice(begin, (int)size));
            Compare(entry);
            Entries.Add(entry);
            _at = begin + (int)size;
            return true;
        }

        private void Compare(CaseEntry entry)
        {
            byte[] expected = CaseContainer.LocalHeader(entry);
            var found = file.Span.Slice(_at, expected.Length);
            int first = found.CommonPrefixLength(expected);
            if (first == expected.Length)
            {
                return;
            }

            bool isChecksum = first is >= 14 and < 18;
            Fault(entry.Name, isChecksum
                ? "its content does not have the checksum (CRC-32) that its header states: one of the two was changed."
                : $"byte {first} of its header is {found[first]:x2}, expected {expected[first]:x2}.");
        }

        private void CheckDirectory()
        {
            byte[] expected = CaseContainer.Directory(Entries);
            var found = file.Span[_at..];
            int same = found.CommonPrefixLength(expected);
            if (same == expected.Length && found.Length == expected.Length)
            {
                return;
            }

            if (same < 4)
            {
                Fault(
                    NameAt(_at) is { } next && CaseEntry.IsName(next) ? next : null,
                    $"at byte {_at}, after the entry {Entries[^1].Name}: expected the header of an entry or the directory, found neither.");
                return;
            }

            // A content that was changed changes its line of the directory, too; that is said once.
            if (Faults.Count > 0)
            {
                return;
            }

            Fault(
                RecordAt(same),
                same == expected.Length ? $"{found.Length - same} bytes follow its end."
                : same == found.Length ? $"the file ends {expected.Length - same} bytes too early, in its directory."
                : $"byte {_at + same}, in the directory at the end, is {found[same]:x2}, expected {expected[same]:x2}.");
        }

        // Which entry a byte of the directory is about; none for the end record.
        private string? RecordAt(int place)
        {
            int end = 0;
            foreach (var entry in Entries)
            {
                end += CaseContainer.CentralBytes + entry.Name.Length;
                if (place < end)
                {
                    return entry.Name;
                }
            }

            return null;
        }

        private uint SignatureAt(int place) =>
            place <= file.Length - CaseContainer.LocalBytes ? BinaryPrimitives.ReadUInt32LittleEndian(file.Span[place..]) : 0;

        private string? NameAt(int place)
        {
            if (place > file.Length - CaseContainer.LocalBytes)
            {
                return null;
            }

            int length = BinaryPrimitives.ReadUInt16LittleEndian(file.Span[(place + 26)..]);
            int begin = place + CaseContainer.LocalBytes;
            return length is > 0 and <= CaseEntry.MaxName && length <= file.Length - begin ? Encoding.UTF8.GetString(file.Span.Slice(begin, length)) : null;
        }

        private void Fault(string? entry, string text) =>
            Faults.Add(new(CaseFaultKind.Container, entry, entry is null ? $"The container: {text}" : $"The entry {entry}: {text}"));
    }
}
