using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>
/// A Qdrant over a real socket, as far as its REST interface (1.19) is used: it answers as documented, and refuses paths, parameters and fields that the
/// documentation does not know, which the real one in part ignores.
/// </summary>
internal sealed class StandInQdrant : IAsyncDisposable
{
    private readonly SortedDictionary<string, StandInCollection> _collections = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Lock _state = new();
    private const int LargestRequest = 32 * 1024 * 1024;

    /// <summary>Answered to anybody.</summary>
    private static readonly string[] Open = ["/", "/healthz", "/livez", "/readyz"];

    private WebApplication? _application;
    private int _port;

    public string Url => $"http://127.0.0.1:{_port}";

    /// <summary>Required of every request but those that tell nothing; null for none.</summary>
    public string? ApiKey { get; set; }

    public string Version { get; set; } = "1.19.0";

    /// <summary>Waited before every answer.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Status and error for a request by method and path; null lets it through.</summary>
    public Func<string, string, (int Status, string Error)?>? Fail { get; set; }

    /// <summary>In seconds, said with every failure; null says nothing.</summary>
    public int? RetryAfter { get; set; }

    /// <summary>An answer in the place of the real one by method and path, with status 200; null leaves it.</summary>
    public Func<string, string, string?>? Instead { get; set; }

    /// <summary>Called when a request has come in, before it is carried out.</summary>
    public Action<string, string>? Asked { get; set; }

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>What was said that Qdrant does not document: a fault of the client.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public static async Task<StandInQdrant> StartAsync()
    {
        var server = new StandInQdrant();
        await server.ListenAsync();
        return server;
    }

    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _application = builder.Build();
        _application.Run(AnswerAsync);
        await _application.StartAsync();
        _port = new Uri(_application.Urls.First()).Port;
    }

    /// <summary>As a server that is stopped: what was stored stays.</summary>
    public async Task StopAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
        _application = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    public IReadOnlyList<string> Collections
    {
        get { lock (_state) return [.. _collections.Keys]; }
    }

    public string? Target(string alias)
    {
        lock (_state) return _aliases.GetValueOrDefault(alias);
    }

    public double TermsPerPassage(string collection)
    {
        lock (_state) return _collections[collection].Points.Values.Where(point => point.Lexical is not null).Average(point => point.Lexical!.Count);
    }

    public JsonObject SettingsOf(string collection)
    {
        lock (_state) return _collections[collection].Settings;
    }

    public void DeleteByHand(string collection)
    {
        lock (_state) Remove(collection);
    }

    /// <summary>Document and ordinal of every passage held, repetitions included, with its hash.</summary>
    public IReadOnlyList<(string Document, int Ordinal, string Hash)> Passages(string collection)
    {
        lock (_state)
            return [.. _collections[collection].Points.Values.Where(point => point.Payload["kind"]!.GetValue<string>() == "passage")
                .Select(point => (point.Payload["document"]!.GetValue<string>(), point.Payload["ordinal"]!.GetValue<int>(), point.Payload["hash"]!.GetValue<string>()))];
    }

    public int Count(string method, string pathEnd) => Requests.Count(request => request.StartsWith(method + " ", StringComparison.Ordinal) && request.EndsWith(pathEnd, StringComparison.Ordinal));

    private async Task AnswerAsync(HttpContext http)
    {
        var method = http.Request.Method;
        var path = http.Request.Path.Value!;
        Requests.Enqueue(method + " " + path + http.Request.QueryString);
        Asked?.Invoke(method, path);
        using var text = new StreamReader(http.Request.Body);
        var said = await text.ReadToEndAsync(http.RequestAborted);
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay, http.RequestAborted);
        if (ApiKey is not null && !Open.Contains(path) && http.Request.Headers["api-key"] != ApiKey)
        {
            // Not JSON, unlike every other error.
            http.Response.StatusCode = 401;
            await http.Response.WriteAsync(http.Request.Headers.ContainsKey("api-key") ? "Invalid API key or JWT" : "Must provide an API key or an Authorization bearer token");
            return;
        }
        if (Instead?.Invoke(method, path) is { } other)
        {
            await http.Response.WriteAsync(other);
            return;
        }
        if (Fail?.Invoke(method, path) is { } failure)
        {
            if (RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await WriteErrorAsync(http, failure.Status, failure.Error);
            return;
        }
        try
        {
            if (http.Request.ContentLength > LargestRequest) throw new StandInRefusal(400, $"JSON payload ({http.Request.ContentLength} bytes) is larger than allowed (limit: {LargestRequest} bytes).");
            var body = said.Length == 0 ? null : JsonNode.Parse(said)!.AsObject();
            if (body is not null && http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true) throw new StandInRefusal(400, "Content-Type must be application/json");
            JsonNode result;
            lock (_state) result = Carry(method, path.Trim('/').Split('/'), body, http.Request.Query);
            await WriteAsync(http, path == "/" ? result : new JsonObject { ["result"] = result, ["status"] = "ok", ["time"] = 0.001 });
        }
        catch (StandInRefusal refusal)
        {
            if (refusal.Status is 400 or 422) Violations.Enqueue($"{method} {path}: {refusal.Message}");
            await WriteErrorAsync(http, refusal.Status, refusal.Message);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            Violations.Enqueue($"{method} {path}: {exception.Message}");
            await WriteErrorAsync(http, 400, "Format error in JSON body: " + exception.Message);
        }
    }

    private JsonNode Carry(string method, string[] path, JsonObject? body, IQueryCollection query)
    {
        var parameters = query.Keys.Where(key => key is not ("wait" or "timeout" or "ordering" or "consistency")).ToArray();
        if (parameters.Length > 0) throw new StandInRefusal(400, $"unknown parameter {parameters[0]}");
        var writes = path is ["collections", _, "points", ..] or ["collections", _, "index"] && method == "PUT" || path is [.., "delete"];
        if (!writes && query.ContainsKey("wait")) throw new StandInRefusal(400, "wait belongs to writes");
        return (method, path) switch
        {
            ("GET", [""]) => new JsonObject { ["title"] = "qdrant - vector search engine", ["version"] = Version },
            ("GET", ["collections"]) => new JsonObject { ["collections"] = new JsonArray([.. _collections.Keys.Select(name => (JsonNode)new JsonObject { ["name"] = name })]) },
            ("GET", ["aliases"]) => new JsonObject
            {
                ["aliases"] = new JsonArray([.. _aliases.Select(alias => (JsonNode)new JsonObject { ["alias_name"] = alias.Key, ["collection_name"] = alias.Value })]),
            },
            ("POST", ["collections", "aliases"]) => Change(body!),
            ("PUT", ["collections", var name]) => Create(name, body!),
            ("DELETE", ["collections", var name]) => Remove(name),
            ("GET", ["collections", var name]) => Find(name).Describe(),
            ("PUT", ["collections", var name, "index"]) => Find(name).AddIndex(body!),
            ("PUT", ["collections", var name, "points"]) => Find(name).Upsert(body!),
            ("POST", ["collections", var name, "points", "delete"]) => Find(name).Delete(body!),
            ("POST", ["collections", var name, "points", "count"]) => Find(name).CountPoints(body!),
            ("POST", ["collections", var name, "points", "scroll"]) => Find(name).Scroll(body!),
            ("POST", ["collections", var name, "points", "query"]) => Find(name).Query(body!),
            _ => throw new StandInRefusal(400, "no such path in the documented interface"),
        };
    }

    /// <summary>Its aliases go with it.</summary>
    private bool Remove(string collection)
    {
        foreach (var alias in _aliases.Where(alias => alias.Value == collection).ToList()) _aliases.Remove(alias.Key);
        return _collections.Remove(collection);
    }

    private StandInCollection Find(string name) =>
        _collections.GetValueOrDefault(_aliases.GetValueOrDefault(name, name)) ?? throw new StandInRefusal(404, $"Not found: Collection `{name}` doesn't exist!");

    private JsonNode Create(string name, JsonObject body)
    {
        if (_collections.ContainsKey(name)) throw new StandInRefusal(409, $"Wrong input: Collection `{name}` already exists!");
        if (_aliases.ContainsKey(name)) throw new StandInRefusal(400, $"Alias with the name {name} already exists");
        _collections[name] = new StandInCollection(body);
        return true;
    }

    private JsonNode Change(JsonObject body)
    {
        StandInFields.Only(body, "actions");
        foreach (var action in body["actions"]!.AsArray().Select(action => action!.AsObject()))
        {
            StandInFields.Only(action, "create_alias", "delete_alias", "rename_alias");
            if (action["delete_alias"] is JsonObject delete)
            {
                StandInFields.Only(delete, "alias_name");
                _aliases.Remove(delete["alias_name"]!.GetValue<string>());
            }
            if (action["create_alias"] is not JsonObject create) continue;
            StandInFields.Only(create, "alias_name", "collection_name");
            var (alias, target) = (create["alias_name"]!.GetValue<string>(), create["collection_name"]!.GetValue<string>());
            if (_collections.ContainsKey(alias)) throw new StandInRefusal(400, $"Collection with the name {alias} already exists");
            if (!_collections.ContainsKey(target)) throw new StandInRefusal(404, $"Not found: Collection `{target}` doesn't exist!");
            _aliases[alias] = target;
        }
        return true;
    }

    private static Task WriteErrorAsync(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return WriteAsync(http, new JsonObject { ["status"] = new JsonObject { ["error"] = error }, ["time"] = 0.001 });
    }

    private static Task WriteAsync(HttpContext http, JsonNode node)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(node.ToJsonString(), http.RequestAborted);
    }
}

/// <summary>400 (what cannot be read, or asks for what is not there) and 422 (what is read and breaks a rule) are faults of the client that the tests must see.</summary>
internal sealed class StandInRefusal(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}

internal static class StandInFields
{
    public static void Only(JsonObject body, params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in body)
            if (!known.Contains(name)) throw new StandInRefusal(400, $"unknown field {name}");
    }
}
