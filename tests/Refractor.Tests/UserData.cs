using System.Runtime.CompilerServices;

namespace Refractor.Tests;

/// <summary>Keeps tests apart from who runs them: no test sees the cohorts of the user's shelf.</summary>
internal static class UserData
{
    [ModuleInitializer]
    internal static void LeaveOut() =>
        Environment.SetEnvironmentVariable("REFRACTOR_COHORTS", Path.Combine(AppContext.BaseDirectory, "no-cohorts"));
}
