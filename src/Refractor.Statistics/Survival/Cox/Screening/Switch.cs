namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>A choice that is made when a kernel is compiled, so that its loops hold no branch for it.</summary>
internal interface ISwitch
{
    public static abstract bool IsOn { get; }
}

internal readonly struct On : ISwitch
{
    public static bool IsOn => true;
}

internal readonly struct Off : ISwitch
{
    public static bool IsOn => false;
}
