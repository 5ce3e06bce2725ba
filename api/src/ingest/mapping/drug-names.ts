/**
 * Names of active substances by which a medicine is known for cancer treatment, or for making it
 * bearable, when no profile or category says so. INN names, lower case; from memory (C), year 2026,
 * for the centre to review. Not a formulary: what is missing is listed as any other medicine.
 */
// prettier-ignore
const CANCER = `
  abemaciclib abiraterone afatinib alectinib anastrozole apalutamide atezolizumab axitinib azacitidine
  bendamustine bevacizumab bicalutamide blinatumomab bleomycin bortezomib bosutinib brentuximab brigatinib
  cabazitaxel cabozantinib capecitabine capmatinib carboplatin carfilzomib cemiplimab cetuximab chlorambucil cisplatin
  cobimetinib crizotinib cyclophosphamide cytarabine dabrafenib dacarbazine dacomitinib daratumumab darolutamide dasatinib
  daunorubicin degarelix docetaxel doxorubicin durvalumab encorafenib enfortumab enzalutamide epirubicin eribulin erlotinib
  etoposide everolimus exemestane fluorouracil flutamide fludarabine fulvestrant gefitinib gemcitabine goserelin
  ibrutinib idarubicin ifosfamide imatinib ipilimumab irinotecan isatuximab ixazomib ixabepilone lapatinib lenalidomide lenvatinib
  letrozole leucovorin leuprolide leuprorelin lomustine lorlatinib lutetium melphalan mercaptopurine mitomycin mitotane mitoxantrone
  necitumumab neratinib nilotinib niraparib nivolumab obinutuzumab olaparib osimertinib oxaliplatin paclitaxel palbociclib
  panitumumab pazopanib pembrolizumab pemetrexed pertuzumab polatuzumab pomalidomide ponatinib radium-223 ramucirumab regorafenib relugolix
  ribociclib rituximab rucaparib ruxolitinib sacituzumab selinexor selpercatinib sorafenib sotorasib sunitinib talazoparib
  tamoxifen temozolomide temsirolimus thalidomide thioguanine topotecan trabectedin trametinib trastuzumab tremelimumab
  trifluridine triptorelin tucatinib vandetanib vemurafenib venetoclax vinblastine vincristine vinorelbine zanubrutinib
`;
// prettier-ignore
const SUPPORTIVE = `
  aprepitant darbepoetin denosumab dexrazoxane filgrastim fosaprepitant granisetron mesna ondansetron palonosetron
  pegfilgrastim rasburicase sargramostim zoledronic
`;

const either = (names: string) => new RegExp(`\\b(${names.trim().split(/\s+/).join('|')})`, 'i');
const CANCER_DRUG = either(CANCER);
const SUPPORTIVE_DRUG = either(SUPPORTIVE);

export const isCancerDrug = (name: string): boolean => CANCER_DRUG.test(name);
export const isSupportiveDrug = (name: string): boolean => SUPPORTIVE_DRUG.test(name);
