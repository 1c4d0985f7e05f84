namespace Assistant.LanguageModels;

/// <summary>An OpenAI-compatible endpoint.</summary>
public sealed class ModelEndpointOptions
{
    /// <summary>The base address, e.g. <c>http://localhost:11434/v1</c>; null means that there is none.</summary>
    public string? Endpoint { get; set; }

    public string? Model { get; set; }

    public string? ApiKey { get; set; }

    /// <summary>How long a whole call may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(120);

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint);
}
