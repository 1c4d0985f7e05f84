using Assistant.Indexing.Vectors;

namespace Assistant.Tests.Indexing;

/// <summary>What every vector index must do; each implementation inherits it.</summary>
public abstract class VectorIndexConformanceTests
{
    /// <summary>An empty index; the same one on every call of a test, opened anew.</summary>
    protected abstract IVectorIndex Open();

    [SkippableFact]
    public async Task The_same_direction_comes_before_a_near_one_before_an_opposite_one()
    {
        var index = Open();
        await index.ReplaceAsync("a", "1", [new float[] { 0, 1, 0 }, new float[] { 4, 0, 0 }], default);
        await index.ReplaceAsync("b", "1", [new float[] { 3, 1, 0 }, new float[] { -1, 0, 0 }], default);
        var hits = await index.SearchAsync(new float[] { 2, 0, 0 }, 4, null, default);
        Assert.Equal([("a", 1), ("b", 0), ("a", 0), ("b", 1)], hits.Select(hit => (hit.DocumentId, hit.Ordinal)));
        Assert.Equal(1, hits[0].Score, 4);
    }

    [SkippableFact]
    public async Task Only_the_documents_asked_for_are_searched()
    {
        var index = Open();
        await index.ReplaceAsync("a", "1", [new float[] { 1, 0 }], default);
        await index.ReplaceAsync("b", "1", [new float[] { 1, 1 }], default);
        Assert.Equal("b", Assert.Single(await index.SearchAsync(new float[] { 1, 0 }, 5, ["b", "c"], default)).DocumentId);
    }

    [SkippableFact]
    public async Task A_replaced_document_keeps_nothing_of_before()
    {
        var index = Open();
        await index.ReplaceAsync("a", "1", [new float[] { 1, 0 }, new float[] { 1, 0 }], default);
        await index.ReplaceAsync("a", "2", [new float[] { 0, 1 }], default);
        Assert.Equal("2", (await index.HashesAsync(default))["a"]);
        Assert.Equal(0, Assert.Single(await index.SearchAsync(new float[] { 1, 0 }, 5, null, default)).Ordinal);
    }

    [SkippableFact]
    public async Task A_removed_document_is_gone_and_an_unknown_one_no_matter()
    {
        var index = Open();
        await index.ReplaceAsync("a", "1", [new float[] { 1, 0 }], default);
        await index.ReplaceAsync("b", "1", [new float[] { 1, 0 }], default);
        await index.RemoveAsync(["a", "x"], default);
        Assert.Equal("b", Assert.Single(await index.SearchAsync(new float[] { 1, 0 }, 5, null, default)).DocumentId);
        Assert.Equal(["b"], (await index.HashesAsync(default)).Keys);
    }

    [SkippableFact]
    public async Task What_was_stored_is_there_when_opened_again_and_changes_of_another_are_seen()
    {
        var first = Open();
        await first.ReplaceAsync("a", "1", [new float[] { 1, 0 }], default);
        var second = Open();
        Assert.Single(await second.SearchAsync(new float[] { 1, 0 }, 5, null, default));
        await first.ReplaceAsync("b", "1", [new float[] { 1, 0 }], default);
        Assert.Equal(2, (await second.SearchAsync(new float[] { 1, 0 }, 5, null, default)).Count);
    }

    [SkippableFact]
    public async Task A_document_without_passages_is_held_and_found_by_nothing()
    {
        var index = Open();
        await index.ReplaceAsync("a", "1", [], default);
        Assert.Equal("1", (await index.HashesAsync(default))["a"]);
        Assert.Empty(await index.SearchAsync(new float[] { 1, 0 }, 5, null, default));
    }

    [SkippableFact]
    public async Task A_question_of_another_length_finds_nothing()
    {
        var index = Open();
        await index.ReplaceAsync("a", "1", [new float[] { 1, 0 }], default);
        Assert.Empty(await index.SearchAsync(new float[] { 1, 0, 0 }, 5, null, default));
    }

    [SkippableFact]
    public async Task An_empty_index_holds_and_finds_nothing()
    {
        var index = Open();
        Assert.Empty(await index.HashesAsync(default));
        Assert.Empty(await index.SearchAsync(new float[] { 1, 0 }, 5, null, default));
    }

    [SkippableFact]
    public async Task No_document_asked_for_finds_nothing()
    {
        var index = Open();
        await index.ReplaceAsync("a", "1", [new float[] { 1, 0 }], default);
        Assert.Empty(await index.SearchAsync(new float[] { 1, 0 }, 5, [], default));
    }

    [SkippableFact]
    public async Task Ids_and_hashes_of_any_script_come_back_as_they_were()
    {
        var index = Open();
        string[] ids = ["关于《办法》的通知〔2024〕1号", "𠮷野", "a\"b\\c/d", "émoji 🐕", " "];
        foreach (var id in ids) await index.ReplaceAsync(id, "哈希 " + id, [new float[] { 1, 0 }], default);
        var hashes = await index.HashesAsync(default);
        Assert.Equal(ids.Order(StringComparer.Ordinal), hashes.Keys.Order(StringComparer.Ordinal));
        Assert.All(ids, id => Assert.Equal("哈希 " + id, hashes[id]));
        Assert.Equal(ids[1], Assert.Single(await index.SearchAsync(new float[] { 1, 0 }, 5, [ids[1]], default)).DocumentId);
    }

    [SkippableFact]
    public async Task Thousands_of_passages_in_one_stream_are_all_there_once()
    {
        var index = Open();
        for (var round = 0; round < 2; round++) await index.ReplaceAsync(Many(7, 400), default);
        Assert.Equal(7, (await index.HashesAsync(default)).Count);
        var found = await index.SearchAsync(new float[] { 1, 0 }, 5000, null, default);
        Assert.Equal(2800, found.Count);
        Assert.Equal(2800, found.Select(hit => (hit.DocumentId, hit.Ordinal)).Distinct().Count());
        Assert.Equal(("d0", 0), (found[0].DocumentId, found[0].Ordinal));

        static async IAsyncEnumerable<DocumentVectors> Many(int documents, int passages)
        {
            for (var document = 0; document < documents; document++)
            {
                await Task.Yield();
                yield return new DocumentVectors($"d{document}", "1", [.. Enumerable.Range(0, passages).Select(i => (ReadOnlyMemory<float>)new float[] { 1, document + (i / 1000f) })]);
            }
        }
    }
}

/// <summary>No implementation is forgotten.</summary>
public sealed class VectorIndexImplementationsTests
{
    [Fact]
    public void Every_implementation_inherits_the_conformance_tests()
    {
        var implementations = typeof(IVectorIndex).Assembly.GetTypes().Where(type => type.IsClass && typeof(IVectorIndex).IsAssignableFrom(type)).Select(type => type.Name).ToList();
        var tested = typeof(VectorIndexConformanceTests).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(VectorIndexConformanceTests)))
            .Select(type => type.GetMethod("Open", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.DeclaringType!.Name).ToList();
        Assert.True(implementations.Count >= 2);
        Assert.All(implementations, name => Assert.Contains(tested, test => test.Contains(name.Replace("VectorIndex", "", StringComparison.Ordinal), StringComparison.Ordinal)));
    }
}

public sealed class SqliteVectorIndexTests : VectorIndexConformanceTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteVectorIndex> _opened = [];

    public void Dispose()
    {
        foreach (var index in _opened) index.Dispose();
        _folder.Dispose();
    }

    protected override IVectorIndex Open()
    {
        var index = new SqliteVectorIndex(_folder.Path);
        _opened.Add(index);
        return index;
    }
}
