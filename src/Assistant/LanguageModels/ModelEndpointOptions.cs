namespace Assistant.LanguageModels;

/// <summary>An OpenAI-compatible endpoint.</summary>
public sealed class ModelEndpointOptions
{
    /// <summary>The base address, e.g. <c>http://localhost:11434/v1</c>; null means that there is none.</summary>
    public string? Endpoint { get; set; }

    public string? Model { get; set; }

    public string? ApiKey { get; set; }

    /// <summary>
    /// A JSON object whose fields are added to every chat request, in the place of ours where they have the same name: what only one server knows,
    /// such as the switch that turns thinking off. Null adds nothing; chat alone.
    /// </summary>
    public string? ExtraBody { get; set; }

    /// <summary>How long a whole call may be waited for.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How long a streamed reply may stay silent: before its first token (all retries included) and between two.</summary>
    public TimeSpan FirstTokenTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How long a small task on the way (rewriting or translating a question, suggestions) may take; the answer goes on without it.</summary>
    public TimeSpan SmallTaskTimeout { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How often a call that failed before its first token is repeated.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>A server that asks to wait longer than this (Retry-After) is not waited for.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A reply longer than this is given up, whatever the server was told. In UTF-16 units.</summary>
    public int MaxReplyLength { get; set; } = 20_000;

    /// <summary>Texts in one embedding request. 10 is what the strictest of the hosted services takes.</summary>
    public int BatchSize { get; set; } = 10;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint);
}
