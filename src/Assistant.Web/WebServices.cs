using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Assistant.Web.Chat;
using Assistant.Web.Chat.Answers;
using Assistant.Web.Documents;
using Assistant.Web.Layout;
using Assistant.Web.Memos;
using Assistant.Web.Search;
using Assistant.Web.Status;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Assistant.Web;

/// <summary>All wiring of the web application: what it is made of, and what a request passes on its way.</summary>
public static class WebServices
{
    /// <summary>The largest upload, for all files of one request together.</summary>
    private const long UploadLimit = 256L * 1024 * 1024;

    public static void AddAssistantWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAssistant(builder.Configuration);

        services.AddSingleton<DocumentCatalogue>();
        services.AddScoped<AnswerEventStream>();
        services.AddScoped<UnsupportedChoice>();
        services.AddScoped<Uploads>();
        services.AddSingleton<LibraryIngestion>();
        services.AddHostedService<StartupIngestion>();
        services.AddHostedService<SearchWarmUp>();
        services.AddHostedService<IndexRepair>();
        services.AddHealthChecks().AddCheck<IndexHealthCheck>("index");

        services.AddHttpContextAccessor();
        services.AddScoped(provider => Language.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "antiforgery");
        // Beside the corpus: forms that were open stay good over a restart, also in a container.
        services.AddDataProtection().SetApplicationName("Assistant");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<AssistantOptions>, ILoggerFactory>((management, assistant, logs) =>
            management.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(assistant.Value.DataPath, "keys")), logs));
        // Han characters as themselves: three bytes instead of the eight of &#x6587;.
        services.AddWebEncoders();
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemPages>();
        services.AddOpenApi();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });

        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = UploadLimit;
        });
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(options => options.MultipartBodyLengthLimit = UploadLimit);

        // Until it listens, a fault is explained in one sentence by Program; Kestrel would print its trace beside it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level is LogLevel.Warning);
    }

    public static void UseAssistantWeb(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseWhen(context => !IsApi(context), pages => pages.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseWhen(IsApi, api => api.UseStatusCodePages());
        app.UseMiddleware<KnownHosts>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LanguageSwitch>();
        app.UseRouting();
        app.UseAntiforgery();
        app.UseMiddleware<FormTokens>();

        app.MapStaticAssets();
        app.MapOpenApi();
        app.MapHealth();
        app.MapStatus();
        app.MapDocuments();
        app.MapSearch();
        app.MapAsk();
        app.MapMemos();
        app.MapMemoForms();
        app.MapChat();
        app.MapRazorComponents<App>();
    }

    private static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal);
}
