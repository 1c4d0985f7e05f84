using System.Runtime.CompilerServices;
using Assistant.Corpus;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Segments;
using Assistant.LanguageModels.Faults;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;

namespace Assistant.Indexing.Vectors;

/// <summary>
/// Keeps the vector index in step with the lexical one; does nothing where no embedding endpoint is configured and the index holds nothing but vectors.
/// </summary>
public sealed class VectorIndexBuilder(VectorIndexOptions options, IVectorIndex vectors, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
{
    private long _caughtUp = -1;

    private volatile Wording? _fault;
    private volatile Wording? _progress;

    /// <summary>Why vectors are missing; null when none are.</summary>
    public Wording? Fault => _fault;

    /// <summary>What an operator should know now: how far it is, <see cref="Fault"/>, or what the index met since. Null when all is well.</summary>
    public Wording? Notice => _progress ?? Fault ?? vectors.Fault;

    /// <summary>Told of documents done and due; null for nobody.</summary>
    public IProgress<(int Done, int Total)>? Progress { get; set; }

    /// <summary>Whether all of a snapshot is held: what the vector index finds in it is then all there is to find.</summary>
    public bool Holds(IndexSnapshot snapshot) => Interlocked.Read(ref _caughtUp) == snapshot.Version;

    /// <summary>Says that what was held is gone.</summary>
    public void Lost(Wording why)
    {
        Interlocked.Exchange(ref _caughtUp, -1);
        _fault = why;
    }

    /// <summary>What stored vectors depend on besides the documents: 32 lower-case hexadecimal digits.</summary>
    public static string FingerprintOf(VectorIndexOptions options) =>
        IndexFingerprint.Of($"{LexicalIndex.Fingerprint}, words {SparseWords.Version}, model {(options.Embeddings.IsConfigured ? options.Embeddings.Model ?? "default" : "none")}");

    /// <summary>Computes what is missing and removes what is gone. A server that fails leaves the rest for the next time, and says so in <see cref="Fault"/>.</summary>
    public async Task BringUpToDateAsync(IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (generator is null && !vectors.HoldsWords) return;
        try
        {
            // A new data folder before its first ingestion says nothing about what a server holds.
            if (!vectors.HoldsWords || snapshot.Documents.Count > 0) await CatchUpAsync(snapshot, cancellationToken);
            // Documents whose words are still being indexed come with the next call.
            Interlocked.Exchange(ref _caughtUp, snapshot.Missing.Count == 0 ? snapshot.Version : -1);
            _fault = null;
        }
        catch (QdrantException exception)
        {
            _fault = exception.Wording + new Wording("检索暂用内置索引。", "The embedded index answers for now.");
        }
        catch (Exception exception) when (exception is ModelException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _fault = new("向量没有算完（向量服务没有回答），检索暂以全文为主。", "Not all vectors could be computed (the embedding server did not answer): searches go by words for now.");
        }
        catch (Exception exception) when (exception is SqliteException or IOException)
        {
            _fault = new($"向量没有存好（{exception.Message}），检索暂以全文为主。", $"Not all vectors could be stored ({exception.Message}): searches go by words for now.");
        }
        finally
        {
            _progress = null;
        }
    }

    private async Task CatchUpAsync(IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        await vectors.PrepareAsync(vectors.HoldsWords ? await VectorLengthAsync(cancellationToken) : null, cancellationToken);
        var held = await vectors.HashesAsync(cancellationToken);
        var wanted = snapshot.Documents.ToDictionary(document => document.Id, HashOf, StringComparer.Ordinal);
        await vectors.RemoveAsync([.. held.Keys.Where(id => !wanted.ContainsKey(id))], cancellationToken);
        var due = Enumerable.Range(0, snapshot.Documents.Count)
            .Where(number => !string.Equals(held.GetValueOrDefault(snapshot.Documents[number].Id), wanted[snapshot.Documents[number].Id], StringComparison.Ordinal)).ToArray();
        if (due.Length > 0) await vectors.ReplaceAsync(ReadAsync(snapshot, due, cancellationToken), cancellationToken);
        await vectors.CompleteAsync(cancellationToken);
    }

    private async IAsyncEnumerable<DocumentVectors> ReadAsync(IndexSnapshot snapshot, int[] due, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < due.Length; i++)
        {
            _progress = new($"向量索引正在更新：{i}/{due.Length} 个政策文件。", $"The vector index is being brought up to date: {i} of {due.Length} documents.");
            var document = snapshot.Documents[due[i]];
            var (first, count) = snapshot.PassagesOf(due[i]);
            var passages = Enumerable.Range(first, count).Select(snapshot.Read).ToArray();
            var embeddings = generator is null || count == 0 ? [] : await generator.GenerateAsync(passages.Select(TextOf), cancellationToken: cancellationToken);
            yield return new DocumentVectors(document.Id, HashOf(document), [.. embeddings.Select(embedding => embedding.Vector)]) { Passages = passages, Summary = document };
            Progress?.Report((i + 1, due.Length));
        }
    }

    /// <summary>Asked of the model: servers may shorten or lengthen what a model's name promises.</summary>
    private async Task<int?> VectorLengthAsync(CancellationToken cancellationToken) =>
        generator is null ? null : (await generator.GenerateAsync(["第一条"], cancellationToken: cancellationToken))[0].Vector.Length;

    /// <summary>What is embedded: a short item says little without the title and headings above it.</summary>
    private static string TextOf(Passage passage) => passage.Context.Length == 0 ? passage.Text : passage.Context + "\n" + passage.Text;

    /// <summary>Begins with the hash of the document, so that a hit tells which text it was made from.</summary>
    private string HashOf(DocumentSummary document) => $"{document.Hash} {document.Status.State} {LexicalIndex.Fingerprint} {options.Embeddings.Model}";
}
