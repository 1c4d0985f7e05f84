using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Assistant.Corpus.Database;

namespace Assistant.Answering;

/// <summary>A conversation in a list of them.</summary>
/// <param name="Title">The first question.</param>
/// <param name="Answers">How many.</param>
public sealed record ConversationSummary(string Id, string Title, DateTimeOffset StartedAt, DateTimeOffset LastAskedAt, int Answers);

/// <summary>Conversations and answers, kept in the corpus database so that an answer can be explained, exported and verified later.</summary>
public sealed partial class AnswerLog(CorpusDatabase database)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>For an answer or a conversation; later ones sort later.</summary>
    public static string NewId() => Guid.CreateVersion7().ToString("N");

    /// <param name="replaces">
    /// See <see cref="Questions.AskRequest.Replaces"/>. What was asked after <paramref name="answer"/> was stays, and so does everything where the named
    /// answer is replaced already: whoever asked has not seen it. What is replaced can still be found by its id: memos may hold it.
    /// </param>
    /// <param name="isListed">See <see cref="Questions.AskRequest.IsListed"/>.</param>
    public void Append(Answer answer, string? replaces = null, bool isListed = true) => database.Write(connection =>
    {
        if (replaces is not null)
        {
            connection.Execute(
                """
                UPDATE answers SET replaced_by = $id
                WHERE conversation = $conversation AND replaced_by IS NULL AND asked_at < $asked
                  AND (asked_at, rowid) >= (SELECT asked_at, rowid FROM answers WHERE id = $replaces AND conversation = $conversation AND replaced_by IS NULL)
                """,
                ("$id", answer.AnswerId), ("$conversation", answer.ConversationId), ("$replaces", replaces), ("$asked", Sortable(answer.AskedAt)));
        }
        return connection.Execute(
            "INSERT INTO answers (id, conversation, asked_at, question, json, is_listed) VALUES ($id, $conversation, $asked, $question, $json, $listed)",
            ("$id", answer.AnswerId),
            ("$conversation", answer.ConversationId),
            ("$asked", Sortable(answer.AskedAt)),
            ("$question", answer.Question),
            ("$json", JsonSerializer.Serialize(answer, Json)),
            ("$listed", isListed));
    });

    /// <summary>Null when there is none.</summary>
    public Answer? Find(string answerId) => Read("SELECT json FROM answers WHERE id = $key", answerId).FirstOrDefault();

    /// <summary>Latest first. A conversation is titled after its first question.</summary>
    /// <param name="query">Words that one of its questions holds; null or empty for all.</param>
    /// <param name="listedOnly">Only those in which a reader asked something.</param>
    public IReadOnlyList<ConversationSummary> Conversations(int limit, string? query = null, bool listedOnly = false)
    {
        // With one MIN in the list, SQLite takes the bare column question from the row that holds the minimum.
        return database.Read(connection => connection.Query(
            """
            SELECT last.conversation, question, MIN(asked_at), last.asked, last.answers
            FROM (SELECT conversation, MAX(asked_at) AS asked, COUNT(*) AS answers FROM answers
                  WHERE replaced_by IS NULL
                  GROUP BY conversation
                  HAVING MAX(is_listed) >= $listed AND MAX(question LIKE $like ESCAPE '\')
                  ORDER BY asked DESC LIMIT $limit) AS last
            JOIN answers USING (conversation)
            WHERE replaced_by IS NULL
            GROUP BY last.conversation ORDER BY last.asked DESC
            """,
            row => new ConversationSummary(row.GetString(0), row.GetString(1), Moment(row.GetString(2)), Moment(row.GetString(3)), row.GetInt32(4)),
            ("$limit", limit), ("$listed", listedOnly), ("$like", "%" + Wildcard().Replace(query?.Trim() ?? "", @"\$0") + "%")));

        static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    /// <summary>In the order asked, without those that were replaced; empty for an unknown conversation.</summary>
    /// <param name="before">An answer of it, replaced or not: only those before it. Null, or an answer of none, for all.</param>
    public IReadOnlyList<Answer> InConversation(string conversationId, string? before = null) => Read(
        """
        SELECT json FROM answers
        WHERE conversation = $key AND replaced_by IS NULL
          AND COALESCE((asked_at, rowid) < (SELECT asked_at, rowid FROM answers WHERE id = $before AND conversation = $key), TRUE)
        ORDER BY asked_at, rowid
        """, conversationId, ("$before", before));

    /// <summary>False for a conversation that is deleted, or was never begun.</summary>
    public bool Holds(string conversationId) =>
        database.Read(connection => connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM answers WHERE conversation = $id)", ("$id", conversationId))) > 0;

    /// <summary>What <see cref="Questions.AskRequest.Replaces"/> names when this answer's question is asked anew: this answer, or the one whose place it was to take.</summary>
    public string ReplacedByAskingAgain(Answer answer) =>
        answer.ToReplace is { } older && Stands(older, answer.ConversationId) ? older : answer.AnswerId;

    private bool Stands(string answerId, string conversationId) => database.Read(connection => connection.Scalar<long>(
        "SELECT EXISTS (SELECT 1 FROM answers WHERE id = $id AND conversation = $conversation AND replaced_by IS NULL)",
        ("$id", answerId), ("$conversation", conversationId))) > 0;

    /// <summary>False when there was none.</summary>
    public bool DeleteConversation(string conversationId) =>
        database.Write(connection => connection.Execute("DELETE FROM answers WHERE conversation = $id", ("$id", conversationId))) > 0;

    /// <summary>What LIKE does not take for itself.</summary>
    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Wildcard();

    /// <summary>As the column <c>asked_at</c> holds it.</summary>
    private static string Sortable(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private List<Answer> Read(string sql, string key, params (string Name, object? Value)[] more) =>
        database.Read(connection => connection.Query(sql, row => JsonSerializer.Deserialize<Answer>(row.GetString(0), Json)!, [("$key", key), .. more]));
}
