namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Fits the models of four features together.</summary>
internal interface ILaneSolver
{
    /// <summary>Fits all lanes.</summary>
    public void Run(FeatureLanes lanes);

    /// <summary>The model of a lane. NotConverged or Collinear asks for a closer look at this feature alone.</summary>
    public FeatureModel Model(int lane);
}
