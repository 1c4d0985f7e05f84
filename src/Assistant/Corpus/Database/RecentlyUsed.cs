namespace Assistant.Corpus.Database;

/// <summary>Keeps the values read last, up to a total weight. Safe for concurrent use; two readers of a missing key may both make it.</summary>
internal sealed class RecentlyUsed<T>(long capacity, Func<T, long> weigh) where T : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, T Value, long Weight)>> nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, T Value, long Weight)> order = new();
    private long total;

    public T? Find(string key)
    {
        lock (gate)
        {
            if (!nodes.TryGetValue(key, out var node)) return null;
            order.Remove(node);
            order.AddFirst(node);
            return node.Value.Value;
        }
    }

    public void Keep(string key, T value)
    {
        var weight = weigh(value);
        lock (gate)
        {
            if (weight > capacity) return;
            if (nodes.TryGetValue(key, out var known)) Drop(known);
            nodes[key] = order.AddFirst((key, value, weight));
            total += weight;
            while (total > capacity) Drop(order.Last!);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            nodes.Clear();
            order.Clear();
            total = 0;
        }
    }

    private void Drop(LinkedListNode<(string Key, T Value, long Weight)> node)
    {
        order.Remove(node);
        nodes.Remove(node.Value.Key);
        total -= node.Value.Weight;
    }
}
