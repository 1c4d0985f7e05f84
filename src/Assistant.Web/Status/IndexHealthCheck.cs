using Assistant.Indexing;
using Assistant.Web.Layout;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assistant.Web.Status;

/// <summary>Healthy once the index can be searched; degraded, which still is 200, where it works less well than configured.</summary>
public sealed class IndexHealthCheck(IndexBuilder index) : IHealthCheck
{
    private const string Reason = "reason";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(index.State switch
        {
            { Ready: false } state => HealthCheckResult.Unhealthy(state.Reason?.Chinese, data: Said(state.Reason)),
            { Notice: { } notice } => HealthCheckResult.Degraded(notice.Chinese, data: Said(notice)),
            _ => HealthCheckResult.Healthy(),
        });

    internal static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status switch { HealthStatus.Healthy => "ready", HealthStatus.Degraded => "degraded", _ => "unavailable" },
        reason = report.Entries.Values.Select(entry => entry.Data.GetValueOrDefault(Reason)).OfType<Wording>().Select(Language.Of(context).Of).FirstOrDefault(),
    });

    private static Dictionary<string, object> Said(Wording? reason) => reason is null ? [] : new(StringComparer.Ordinal) { [Reason] = reason };
}

public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app) =>
        app.MapHealthChecks("/healthz", new HealthCheckOptions { ResponseWriter = IndexHealthCheck.WriteAsync });
}
