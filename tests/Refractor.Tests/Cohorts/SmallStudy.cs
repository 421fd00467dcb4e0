using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Mapping;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Cohorts;

/// <summary>A folder with the files of a made-up study, to which a test adds its own.</summary>
internal sealed class SmallStudy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Root;

    public SmallStudy With(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return this;
    }

    public SmallStudy With(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, file), bytes);
        return this;
    }

    /// <summary>Six patients with receptors, treatment, survival and response.</summary>
    public SmallStudy WithPatients() =>
        With(
            "data_clinical_patient.txt",
            """
            #Patient	Age	ER	Chemo	Months	Status	pCR
            PATIENT_ID	AGE	ER_STATUS	CHEMOTHERAPY	OS_MONTHS	OS_STATUS	pCR
            P1	51	Positive	YES	12.5	1:DECEASED	RD
            P2	42	Negative	YES	60	0:LIVING	pCR
            P3	66	Positve	NO	24	0:LIVING	RD
            P4	39	Negative	YES	8	1:DECEASED	RD
            P5	58	Positive	NO	90	0:LIVING	NA
            P6	71	NA		30	1:DECEASED	pCR

            """
        );

    /// <summary>Four genes in five of the patients, one of them twice and one with a mangled name.</summary>
    public SmallStudy WithExpression() =>
        With(
            "data_mrna.txt",
            """
            Hugo_Symbol	Entrez_Gene_Id	P1	P2	P3	P4	P6
            ESR1	2099	9.1	4.2	8.8	3.9	NA
            MKI67	4288	6.0	7.7	5.9	8.1	6.5
            ESR1	2099	2.1	1.2	1.8	0.9	2.0
            1-Mar	0	5	5	5	5	5
            PGR	5241	NA	NA	NA	NA	NA

            """
        );

    public SmallStudy WithMutations() =>
        With(
            "data_mutations.txt",
            """
            #Sequenced_Samples: P1 P2 P3 P4
            Hugo_Symbol	Variant_Classification	Tumor_Sample_Barcode	HGVSp_Short	t_alt_count	t_ref_count
            TP53	Missense_Mutation	P1	p.R175H	30	70
            TP53	Silent	P2	p.R100=	10	90
            PIK3CA	Missense_Mutation	P3	p.H1047R	25	75
            40057	Missense_Mutation	P3	p.A1B	5	95
            PIK3CA	Missense_Mutation	X9	p.H1047R	25	75
            TP53	Missense_Mutation	P1	p.R175H	30	70

            """
        );

    public ImportResult Import(string mapping = "", double leastMatched = 0.5) =>
        CohortImporter.Import(
            "small",
            Folder,
            mapping.Length == 0 ? new CohortMapping() : MappingReader.Parse(mapping, "m.yaml"),
            RealKnowledge.Pack.Lexicon,
            new ImportOptions { LeastMatched = leastMatched }
        );

    public void Dispose() => _folder.Dispose();
}
