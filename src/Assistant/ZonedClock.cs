using Microsoft.Extensions.Options;

namespace Assistant;

/// <summary>
/// The machine's clock in the time zone of the documents: what day it is decides which law is in force and how a memo is dated, and a container's own
/// zone is UTC. Whoever asks for a date takes <see cref="TimeProvider.GetLocalNow"/>.
/// </summary>
public sealed class ZonedClock(AssistantOptions options) : TimeProvider
{
    private const string China = "Asia/Shanghai";

    public override TimeZoneInfo LocalTimeZone { get; } = Find(options.TimeZone);

    private static TimeZoneInfo Find(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        // A slim container may have no list of zones; this one is UTC+8 all year round.
        if (string.Equals(name, China, StringComparison.Ordinal)) return TimeZoneInfo.CreateCustomTimeZone(China, TimeSpan.FromHours(8), China, China);
        throw new OptionsValidationException(
            nameof(AssistantOptions.TimeZone), typeof(AssistantOptions),
            [new Wording($"Assistant__TimeZone 不是时区名：{name}。例如 {China} 或 Europe/Berlin。", $"Assistant__TimeZone is no name of a time zone: {name}. Take {China} or Europe/Berlin, for example.").InBoth]);
    }
}
