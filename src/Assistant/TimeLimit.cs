namespace Assistant;

/// <summary>Work that has to end in time. What ends because the caller left stays the caller's cancellation and is never called late.</summary>
public static class TimeLimit
{
    /// <param name="late">What is thrown when the time is over.</param>
    public static T Run<T>(TimeSpan limit, TimeProvider clock, Func<CancellationToken, T> work, Func<Exception> late, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return work(either.Token);
        }
        catch (Exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw late();
        }
    }

    /// <inheritdoc cref="Run"/>
    public static async Task<T> RunAsync<T>(
        TimeSpan limit, TimeProvider clock, Func<CancellationToken, Task<T>> work, Func<Exception> late, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await work(either.Token);
        }
        // Not cancellation alone: a connection that is cut by it reports itself broken now and then.
        catch (Exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw late();
        }
    }
}
