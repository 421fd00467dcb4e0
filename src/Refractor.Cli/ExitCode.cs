namespace Refractor.Cli;

/// <summary>What became of a command. A code is a kind, never a count.</summary>
public enum ExitCode
{
    /// <summary>The result was printed.</summary>
    Done = 0,

    /// <summary>A fault of Refractor itself.</summary>
    InternalFault = 1,

    /// <summary>The command line cannot be understood.</summary>
    WrongUsage = 2,

    /// <summary>A data file cannot be used.</summary>
    InvalidData = 3,

    /// <summary>The evidence is silent.</summary>
    NotAnswered = 4,

    /// <summary>A file or folder cannot be reached.</summary>
    Unavailable = 5,

    /// <summary>A check was carried out and found faults.</summary>
    Findings = 6,

    /// <summary>The user stopped the command; the number is that of shells for Ctrl-C.</summary>
    Stopped = 130,
}
