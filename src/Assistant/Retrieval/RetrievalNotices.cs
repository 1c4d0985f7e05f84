namespace Assistant.Retrieval;

/// <summary>What a reader is told where a leg of retrieval did not work.</summary>
internal static class RetrievalNotices
{
    public static Wording NoVector { get; } = new("向量服务没有回答，本次只用了全文检索。", "The embedding server did not answer; only the words of the question were searched for.");

    public static Wording NoVectorIndex { get; } = new("向量索引无法读取，本次只用了全文检索。", "The vector index could not be read; only the words of the question were searched for.");

    public static Wording NotReranked { get; } = new("重排服务没有回答，本次按检索原序排列。", "The reranking server did not answer; the order is that of the search.");

    public static Wording ServerUnfinished { get; } = new("Qdrant 索引尚未建完，本次用内置索引检索。", "The Qdrant index is not complete yet; the embedded index was searched.");

    public static Wording ServerSilent { get; } = new("Qdrant 没有回答。", "Qdrant did not answer.");

    public static Wording EmbeddedInstead { get; } = new("本次用内置索引检索。", "The embedded index was searched.");
}
