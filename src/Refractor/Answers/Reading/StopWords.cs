using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>Words of ordinary questions that need no entry in the vocabulary and must not be "corrected" into one.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal);

    static StopWords()
    {
        foreach (var word in Text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            Words.Add(NameKey.Of(word));
    }

    public static bool Contains(string key) =>
        Words.Contains(key) || (key.Length > 3 && key[^1] == 's' && Words.Contains(key[..^1]));

    private const string Text = """
        a an the and or nor but of in on at to for from with without by as into onto over under per via than then that this these those it its
        is are was were be been being am do does did done doing have has had having will would can could may might must shall should
        what which who whom whose when where why how whether if while during after before between among within across against about around toward towards upon
        i you he she we they me us them my your his her our their mine yours one two three four five six seven eight nine ten first second third
        not no yes any some all each every other another such same own more most less least much many few several also only just even very too so well
        give list show tell name find please describe summarise summarize overview explain discuss report reported reports know known knowing known
        there here up down out off again further once both either neither whatever matter matters role roles play plays played part parts involved involve involves implicated
        evidence data result results study studies paper papers literature publication publications trial trials research finding findings
        patient patients woman women tumour tumours tumor tumors cancer cancers cell cells tissue tissues disease diseases carcinoma breast mammary malignant
        effect effects affect affects affected influence influences impact impacts link linked links relation related relationship associate associated associates association associations correlate correlated correlates correlation tied connect connected connection connections
        predict predicts predicted predicting prediction predictive predictor predictors prognostic prognosis outcome outcomes response responses respond responds responded responding survival relapse recurrence progression
        therapy therapies treatment treatments treat treated treating drug drugs agent agents regimen regimens given give gives giving receive received receiving use used using based
        marker markers biomarker biomarkers feature features gene genes protein proteins molecular molecule molecules expression expressed express level levels status type types kind kinds form forms
        high low higher lower good bad better worse best worst strong strongest weak weakest new old early late long short real reliable robust important relevant significant significance
        say says said think thinks exactly really actually truly currently recently today far yet still already ever never always often sometimes usually
        like look looks looking get gets got go goes going come comes came make makes made take takes taken put see seen seem seems need needs want wants try tries tried test tests tested testing
        shows shown showed suggest suggests suggested support supports supported mean means meant tell tells told ask asks asked answer answers answered question questions
        value values number numbers rate rates ratio risk chance likely likelihood probability odds hazard percent percentage amount time times year years month months
        case cases group groups cohort cohorts population populations setting settings context contexts subgroup subgroups subtype subtypes line lines
        added adding add benefit benefits gain gains work works working worked happen happens happened occur occurs occurred cause causes caused lead leads led drive drives driven driver drivers
        clinic clinical clinically human humans bench bedside practice decision decisions decide deciding choose choice select selection
        people anyone someone somebody everybody anything something everything nothing thing things way ways reason reasons point points side sides
        world state art field area science scientific hello hi thanks thank dear kindly briefly short quickly detail details detailed example examples e g i.e eg ie etc
        versus vs pre post non anti co up-to-date date current status quo mainly mostly especially particularly specifically notably largely partly
        different difference differences differ similar similarly alike unlike common rare frequent frequently frequency often
        respect regard regarding concerning concern concerns terms term word words light view views opinion opinions
        oncology oncologist oncologists researcher researchers doctor doctors tumorous cancerous solid primary secondary advanced stage ii iii iv
        let lets us versus whereas although though however therefore thus hence because since until unless except instead rather
        did didn don doesn isn aren wasn weren hasn haven couldn wouldn shouldn won t s re ve ll d m
        candidate candidates alteration alterations event events single major main key top leading order ordered rank ranked available published
        alter alters altered exist exists existed forecast forecasts found turned turn turns raise rise hardly reach reached ever straight go surgery surgeon play plays
        interested interest writing write review reviews chapter ordinary relatives relative worth trying afterwards progressed anybody restore restores restored
        ctdna plasma serum blood biopsy biopsies specimen specimens sample samples liquid circulating end start beginning become becoming became remain remains stay
        little great large small big wide narrow whole full complete partial total exact actual potential possible certain sure maybe perhaps around approximately
        call called calls say claim claims claimed believe believed hold holds held keep keeps kept let lets leave leaves left right wrong true false
        reading read readout readouts measure measured measures measuring measurement assay assays stain staining stained scored scoring cutoff threshold
        young older premenopausal postmenopausal elderly age aged positive negative picture summary sum talk talks discussing anyone
        help helps helped helpful useful usefulness matter harm harmful equally protection protect protective last lasts lasting long
        metastasis metastases brain liver bone lung nodal node nodes lymph receptor receptors biology biological mechanism pathway
        turned-out blame blames blamed follow follows followed following grade grades graded convincing please kindly wonder wondering
        doing happening going coming looking seeking search searching need needed interested thanks cheers guys team colleagues everyone
        acquired intrinsic innate primary secondary de novo adaptive under pressure exposure exposed therapy-related drug-related
        """;
}
