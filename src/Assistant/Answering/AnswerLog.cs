using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Assistant.Corpus.Database;

namespace Assistant.Answering;

/// <summary>A conversation in a list of them.</summary>
/// <param name="Title">The first question.</param>
/// <param name="Answers">How many.</param>
public sealed record ConversationSummary(string Id, string Title, DateTimeOffset StartedAt, DateTimeOffset LastAskedAt, int Answers);

/// <summary>Conversations and answers, kept in the corpus database so that an answer can be explained, exported and verified later.</summary>
public sealed class AnswerLog(CorpusDatabase database)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public void Append(Answer answer) => database.Write(connection => connection.Execute(
        "INSERT INTO answers (id, conversation, asked_at, question, json) VALUES ($id, $conversation, $asked, $question, $json)",
        ("$id", answer.AnswerId),
        ("$conversation", answer.ConversationId),
        ("$asked", answer.AskedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        ("$question", answer.Question),
        ("$json", JsonSerializer.Serialize(answer, Json))));

    /// <summary>Null when there is none.</summary>
    public Answer? Find(string answerId) => Read("SELECT json FROM answers WHERE id = $key", answerId).FirstOrDefault();

    /// <summary>Latest first. A conversation is titled after its first question.</summary>
    public IReadOnlyList<ConversationSummary> Conversations(int limit)
    {
        // With one MIN in the list, SQLite takes the bare column question from the row that holds the minimum.
        return database.Read(connection => connection.Query(
            """
            SELECT last.conversation, question, MIN(asked_at), last.asked, last.answers
            FROM (SELECT conversation, MAX(asked_at) AS asked, COUNT(*) AS answers FROM answers
                  GROUP BY conversation ORDER BY asked DESC LIMIT $limit) AS last
            JOIN answers USING (conversation)
            GROUP BY last.conversation ORDER BY last.asked DESC
            """,
            row => new ConversationSummary(row.GetString(0), row.GetString(1), Moment(row.GetString(2)), Moment(row.GetString(3)), row.GetInt32(4)),
            ("$limit", limit)));

        static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    /// <summary>In the order asked; empty for an unknown conversation.</summary>
    public IReadOnlyList<Answer> InConversation(string conversationId) =>
        Read("SELECT json FROM answers WHERE conversation = $key ORDER BY asked_at, rowid", conversationId);

    /// <summary>False when there was none.</summary>
    public bool DeleteConversation(string conversationId) =>
        database.Write(connection => connection.Execute("DELETE FROM answers WHERE conversation = $id", ("$id", conversationId))) > 0;

    private List<Answer> Read(string sql, string key) =>
        database.Read(connection => connection.Query(sql, row => JsonSerializer.Deserialize<Answer>(row.GetString(0), Json)!, ("$key", key)));
}
