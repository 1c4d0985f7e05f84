using Assistant.Corpus;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Assistant.Indexing;

/// <summary>Keeps the vectors in step with the lexical index; does nothing where no embedding endpoint is configured.</summary>
public sealed class VectorIndexBuilder(IOptions<AssistantOptions> options, IVectorIndex vectors, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
{
    /// <summary>Why vectors are missing, in words for a reader; null when none are.</summary>
    public string? Fault { get; private set; }

    /// <summary>Computes what is missing and removes what is gone. A server that fails leaves the rest for the next time, and says so in <see cref="Fault"/>.</summary>
    public async Task BringUpToDateAsync(IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (generator is null) return;
        try
        {
            var held = await vectors.HashesAsync(cancellationToken);
            var wanted = snapshot.Documents.ToDictionary(document => document.Id, HashOf, StringComparer.Ordinal);
            await vectors.RemoveAsync([.. held.Keys.Where(id => !wanted.ContainsKey(id))], cancellationToken);
            for (var i = 0; i < snapshot.Documents.Count; i++)
            {
                var document = snapshot.Documents[i];
                if (held.TryGetValue(document.Id, out var hash) && string.Equals(hash, wanted[document.Id], StringComparison.Ordinal)) continue;
                var (first, count) = snapshot.PassagesOf(i);
                var texts = Enumerable.Range(first, count).Select(passage => TextOf(snapshot.Read(passage))).ToArray();
                var embeddings = count == 0 ? [] : await generator.GenerateAsync(texts, cancellationToken: cancellationToken);
                await vectors.ReplaceAsync(document.Id, wanted[document.Id], [.. embeddings.Select(embedding => embedding.Vector)], cancellationToken);
            }
            Fault = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Fault = "向量没有算完（向量服务没有回答），检索暂以全文为主。";
        }
    }

    /// <summary>What is embedded: a short item says little without the title and headings above it.</summary>
    private static string TextOf(Passage passage) => passage.Context.Length == 0 ? passage.Text : passage.Context + "\n" + passage.Text;

    private string HashOf(DocumentSummary document) => $"{document.Hash} {LexicalIndex.Fingerprint} {options.Value.Embeddings.Model}";
}
