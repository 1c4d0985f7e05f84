using Assistant.Indexing.Qdrant;
using Assistant.LanguageModels;

namespace Assistant.Indexing.Vectors;

/// <summary>Which vector index there is, and what its vectors depend on.</summary>
/// <param name="Kind"><c>sqlite</c> (embedded) or <c>qdrant</c>.</param>
/// <param name="DataPath">The folder of the embedded one.</param>
/// <param name="Embeddings">Whose vectors they are; without an endpoint there are none.</param>
public sealed record VectorIndexOptions(string Kind, string DataPath, ModelEndpointOptions Embeddings, QdrantOptions Qdrant);
