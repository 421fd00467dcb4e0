using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>What a question asks for besides feature and therapy: population, setting, role and level, as tables over findings.</summary>
internal sealed class FindingFilter
{
    private readonly Question _question;
    private readonly PopulationMatch[] _populations;
    private readonly bool[] _settings;
    private readonly bool _anySetting;
    private readonly bool _asksPatients;
    private readonly LevelScope _levels;

    public FindingFilter(Question question, Lexicon lexicon)
    {
        _question = question;
        _populations = [Population(null), .. lexicon.Subtypes.Select(Population)];
        _anySetting =
            question.Settings.Count == 0 || (question.Intent == Intent.Compare && question.Settings.Count > 1);
        _settings = [.. Enum.GetValues<Setting>().Select(s => question.Settings.Contains(s))];
        _asksPatients = question.Settings.Any(s => s is not (Setting.InVitro or Setting.InVivo));
        _levels = new LevelScope(question, lexicon);

        PopulationMatch Population(Subtype? subtype)
        {
            if (question.Subtypes.Count == 0)
                return PopulationMatch.Within;
            if (subtype is null)
                return PopulationMatch.None;
            if (question.Subtypes.Any(s => lexicon.IsWithin(subtype, s)))
                return PopulationMatch.Within;
            var wider = subtype.Name == "any" || question.Subtypes.Any(s => lexicon.IsWithin(s, subtype));
            return wider ? PopulationMatch.Wider : PopulationMatch.None;
        }
    }

    public PopulationMatch Population(in Finding finding) => _populations[finding.Subtype];

    public bool SettingFits(in Finding finding)
    {
        if (_anySetting)
            return !_question.PatientsOnly || finding.IsClinical;
        return _settings[(int)finding.Setting]
            || (
                _asksPatients
                && finding.Setting == Setting.Any
                && finding.Design is not (Design.CellLine or Design.Xenograft)
            );
    }

    public bool RoleFits(in Finding finding) =>
        _question.Intent switch
        {
            Intent.Negative => finding.Effect == Effect.NoEffect,
            Intent.Change => IsAboutChange(in finding),
            _ => true,
        };

    public bool LevelFits(in Finding finding, EvidenceItem item) => _levels.Fits(in finding, item);

    private static bool IsAboutChange(in Finding finding) =>
        finding.Relation == Relation.TreatmentChange
        || (finding.IsClinical && finding.State is FeatureState.Increased or FeatureState.Decreased)
        || (finding.IsClinical && finding.Timing is Timing.Paired or Timing.Relapse);
}
