using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>An open index: the chains it covers, and the rows of the log it was built from.</summary>
internal sealed class AdjacencyIndex : IDisposable
{
    private readonly IndexPages _pages;
    private readonly Dictionary<ChainId, ChainIndex> _chains = [];

    private AdjacencyIndex(FileStream file, IndexCatalog catalog)
    {
        (Catalog, Bytes) = (catalog, file.Length);
        _pages = new(file, catalog);
        foreach (var chain in catalog.Chains)
        {
            var index = new ChainIndex(_pages, chain);
            _chains[index.Chain] = index;
        }
    }

    internal IndexCatalog Catalog { get; }

    internal long Bytes { get; }

    /// <summary>Pages that were asked for since it was opened.</summary>
    internal long PagesTouched => _pages.Touched;

    internal IEnumerable<ChainIndex> Chains => _chains.Values;

    /// <exception cref="IndexDamagedException">The file is cut off, changed, or of another version.</exception>
    internal static AdjacencyIndex Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.RandomAccess);
        try
        {
            return new(file, ReadCatalog(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal ChainIndex? Of(ChainId chain) => _chains.GetValueOrDefault(chain);

    /// <summary>Holds every page to its checksum.</summary>
    /// <exception cref="IndexDamagedException">A page is not what was written.</exception>
    internal unsafe void Verify(IProgress<long>? progress, CancellationToken cancellation)
    {
        for (long page = 1; page < _pages.Count; page++)
        {
            if (page % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(page);
            }

            _ = _pages.Page(page);
        }
    }

    public void Dispose()
    {
        foreach (var chain in _chains.Values)
        {
            chain.Dispose();
        }

        _pages.Dispose();
    }

    private static IndexCatalog ReadCatalog(FileStream file)
    {
        byte[] first = new byte[IndexLayout.PageBytes];
        int read = RandomAccess.Read(file.SafeFileHandle, first, 0);
        var header = IndexHeader.Read(first.AsSpan(0, read), file.Length);
        if (header.CatalogAt < 0 || header.CatalogBytes < 0 || header.CatalogAt + header.CatalogBytes != header.FileBytes)
        {
            throw new IndexDamagedException("its catalogue does not end where the file ends");
        }

        byte[] catalog = new byte[header.CatalogBytes];
        return RandomAccess.Read(file.SafeFileHandle, catalog, header.CatalogAt) == catalog.Length && IndexLayout.Sum(catalog) == header.CatalogSum
            ? IndexCatalog.Read(catalog)
            : throw new IndexDamagedException("the checksum of its catalogue is wrong");
    }
}
