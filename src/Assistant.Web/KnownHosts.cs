using System.Net;

namespace Assistant.Web;

/// <summary>
/// Answers only under names that cannot be somebody else's. A page elsewhere may let its own name point to this machine (DNS rebinding); to the
/// browser we are then a part of that page, which could read every document and delete it. So a host must be an address, a name without a dot
/// (localhost, or a neighbour in a container network), or one that the setting names.
/// </summary>
public sealed class KnownHosts(RequestDelegate next, IConfiguration configuration)
{
    /// <summary>Names separated by semicolons; <c>*</c> takes any.</summary>
    public const string Setting = AssistantOptions.Section + ":AllowedHosts";

    private readonly HashSet<string> _named = (configuration[Setting] ?? "")
        .Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return IsKnown(host)
            ? next(context)
            : throw new RequestRefusedException(StatusCodes.Status400BadRequest, string.Format(Layout.Language.Of(context).UnknownHost, host));
    }

    private bool IsKnown(string host) =>
        !host.Contains('.', StringComparison.Ordinal) || IPAddress.TryParse(host, out _) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || _named.Contains(host) || _named.Contains("*");
}
