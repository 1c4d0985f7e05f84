namespace Assistant.Corpus.Database;

/// <summary>Keeps the values read last, up to a total weight. Safe for concurrent use; two readers of a missing key may both make it.</summary>
internal sealed class RecentlyUsed<T>(long capacity, Func<T, long> weigh) where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, T Value, long Weight)>> _nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, T Value, long Weight)> _order = new();
    private long _total;

    public T? Find(string key)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(key, out var node)) return null;
            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Value;
        }
    }

    public void Keep(string key, T value)
    {
        var weight = weigh(value);
        lock (_gate)
        {
            if (weight > capacity) return;
            if (_nodes.TryGetValue(key, out var known)) Drop(known);
            _nodes[key] = _order.AddFirst((key, value, weight));
            _total += weight;
            while (_total > capacity) Drop(_order.Last!);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _nodes.Clear();
            _order.Clear();
            _total = 0;
        }
    }

    private void Drop(LinkedListNode<(string Key, T Value, long Weight)> node)
    {
        _order.Remove(node);
        _nodes.Remove(node.Value.Key);
        _total -= node.Value.Weight;
    }
}
