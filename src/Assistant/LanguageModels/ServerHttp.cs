namespace Assistant.LanguageModels;

/// <summary>HTTP to the servers that an operator configures, with their keys.</summary>
public static class ServerHttp
{
    /// <summary>One for the process: connections are kept, and renewed so that a changed DNS entry is noticed. Each request brings its own time limit.</summary>
    public static HttpClient Create(TimeSpan connectTimeout) => new(new SocketsHttpHandler
    {
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Servers close what has been idle, Qdrant after five seconds: a question must not be sent down a connection that is just being closed.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4),
        // A redirect would carry texts, and every key that is not in Authorization, to an address that nobody configured.
        AllowAutoRedirect = false,
    })
    { Timeout = Timeout.InfiniteTimeSpan };
}
