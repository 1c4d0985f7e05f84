using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Assistant.Corpus;

namespace Assistant.Answering;

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

    public void Append(Answer answer)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO answers (id, conversation, asked_at, question, json) VALUES ($id, $conversation, $asked, $question, $json)";
        command.Parameters.AddWithValue("$id", answer.AnswerId);
        command.Parameters.AddWithValue("$conversation", answer.ConversationId);
        command.Parameters.AddWithValue("$asked", answer.AskedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$question", answer.Question);
        command.Parameters.AddWithValue("$json", JsonSerializer.Serialize(answer, Json));
        command.ExecuteNonQuery();
    }

    /// <summary>Null when there is none.</summary>
    public Answer? Find(string answerId) => Read("SELECT json FROM answers WHERE id = $key", answerId).FirstOrDefault();

    /// <summary>Latest first. A conversation is titled after its first question.</summary>
    public IReadOnlyList<ConversationSummary> Conversations(int limit)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        // With one MIN in the list, SQLite takes the bare column question from the row that holds the minimum.
        command.CommandText = """
            SELECT last.conversation, question, MIN(asked_at), last.asked, last.answers
            FROM (SELECT conversation, MAX(asked_at) AS asked, COUNT(*) AS answers FROM answers
                  GROUP BY conversation ORDER BY asked DESC LIMIT $limit) AS last
            JOIN answers USING (conversation)
            GROUP BY last.conversation ORDER BY last.asked DESC
            """;
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var found = new List<ConversationSummary>();
        while (reader.Read())
            found.Add(new(reader.GetString(0), reader.GetString(1), Moment(reader.GetString(2)), Moment(reader.GetString(3)), reader.GetInt32(4)));
        return found;

        static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    /// <summary>In the order asked; empty for an unknown conversation.</summary>
    public IReadOnlyList<Answer> InConversation(string conversationId) =>
        Read("SELECT json FROM answers WHERE conversation = $key ORDER BY asked_at, rowid", conversationId);

    /// <summary>False when there was none.</summary>
    public bool DeleteConversation(string conversationId)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM answers WHERE conversation = $id";
        command.Parameters.AddWithValue("$id", conversationId);
        return command.ExecuteNonQuery() > 0;
    }

    private List<Answer> Read(string sql, string key)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$key", key);
        using var reader = command.ExecuteReader();
        var answers = new List<Answer>();
        while (reader.Read()) answers.Add(JsonSerializer.Deserialize<Answer>(reader.GetString(0), Json)!);
        return answers;
    }
}
