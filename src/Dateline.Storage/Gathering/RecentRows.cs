namespace Dateline.Storage;

/// <summary>Keeps what was last looked up, at most twice <paramref name="half"/> of it, so that a walk through a large store needs no more memory than one through a small one.</summary>
/// <param name="half">How many are kept at least.</param>
/// <param name="load">Reads one from the store.</param>
internal sealed class RecentRows<T>(int half, Func<long, T> load)
    where T : class
{
    private Dictionary<long, T> _young = [];
    private Dictionary<long, T> _old = [];

    public T this[long id]
    {
        get
        {
            if (_young.TryGetValue(id, out var row)) return row;
            if (!_old.TryGetValue(id, out row)) row = load(id);
            if (_young.Count >= half) (_old, _young) = (_young, []);
            return _young[id] = row;
        }
    }
}
