using Assistant.Corpus.Database;
using Assistant.Indexing.Vectors;
using Assistant.LanguageModels.Prompts;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Assistant.Web;

/// <summary>The door for people and programs: <c>dotnet run --project src/Assistant.Web -- --corpus DIR --data DIR --urls URL</c>.</summary>
public static class Program
{
    private const int CouldNotStart = 2;

    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = Build(args);
            OpenDatabase(app);
            // Refuses settings of the index that cannot be used.
            app.Services.GetRequiredService<IVectorIndex>();
            ReadPrompts(app);
            await app.StartAsync();
            Console.WriteLine(Words.AtTerminal(words => words.Listening), string.Join("  ", app.Urls));
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return CouldNotStart;
        }
    }

    /// <summary>The whole application, not yet listening.</summary>
    /// <exception cref="StartupException">A setting names something that does not exist.</exception>
    public static WebApplication Build(string[] args)
    {
        // The content root is where the program lies, not where it was started: pages and settings are found from any folder.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        WebSettings.Read(builder, args);
        builder.AddAssistantWeb();

        var app = builder.Build();
        app.UseAssistantWeb();
        return app;
    }

    /// <summary>Before anything listens, so that an unusable data folder is said at once and not with the first question.</summary>
    private static void OpenDatabase(WebApplication app)
    {
        using var connection = app.Services.GetRequiredService<CorpusDatabase>().Open();
    }

    /// <summary>A prompt that someone edited wrongly is told with its line now, not with the first question.</summary>
    private static void ReadPrompts(WebApplication app)
    {
        if (app.Services.GetService<IChatClient>() is not null) app.Services.GetRequiredService<PromptLibrary>();
    }

    /// <summary>A sentence for the person at the terminal; null for a fault of ours, whose trace is wanted.</summary>
    private static string? Explain(Exception exception) => exception switch
    {
        CorpusUnavailableException unavailable => unavailable.Sentence.InBoth,
        StartupException or OptionsValidationException => exception.Message,
        PromptException => Words.AtTerminal(words => words.CouldNotStart) + " " + exception.Message,
        IOException { InnerException: AddressInUseException } => Words.AtTerminal(words => words.PortInUse) + " " + exception.Message,
        IOException or UnauthorizedAccessException or FormatException => Words.AtTerminal(words => words.CouldNotStart) + " " + exception.Message,
        _ => null,
    };
}
