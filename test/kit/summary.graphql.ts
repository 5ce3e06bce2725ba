/** The patient page in one query: everything a community physician reads of one patient. */
export const SUMMARY = `
  fragment Source on Source { system name asOf receivedAt rows }
  fragment Row on RowSource { system name resourceType id version asOf receivedAt }
  fragment Term on Coding { system code display }
  fragment Point on ResultPoint { id at value text flag source { ...Row } }
  fragment Medicine on MedicationItem { id name code { ...Term } status dose reason startedOn endedOn category source { ...Row } }
  query Summary($id: ID!) {
    patient(id: $id) {
      id name birthDate age sex mrn deceasedAt basis restrictedInformation
      source { ...Row }
      careTeam { state asOf sources { ...Source } members { id name role organization telephone aroundTheClock team } }
      oncology {
        state asOf sources { ...Source } phase phaseReason
        diagnoses { id site code { ...Term } histology laterality secondary stage { group t n m system kind asOf } diagnosedOn status biomarkers { id name value asOf source { ...Row } } source { ...Row } }
        treatments { id kind name intent startedOn endedOn status doses { name amount unit count fractions } site terminationReason source { ...Row } }
        tumorMarkers { family name unit referenceLow referenceHigh trend points { ...Point } latest { ...Point } }
        performanceStatus { instrument value text asOf source { ...Row } }
        diseaseStatus { text asOf source { ...Row } }
        redFlags { id text category since source { ...Row } }
        contacts { name role organization telephone aroundTheClock }
        nextSteps { id text owner due at kind status source { ...Row } }
      }
      palliative {
        state asOf sources { ...Source } involved involvedSince
        team { id name role organization telephone aroundTheClock team }
        contact24x7 { name role organization telephone aroundTheClock }
        careGoals { id text status since source { ...Row } }
        codeStatus { text asOf source { ...Row } }
        advanceDirectives { id kind status asOf source { ...Row } }
        surpriseReview { wouldBeSurprised asOf source { ...Row } }
        stage { rag meaning asOf source { ...Row } }
        symptomScores { instrument item name max severity trend points { ...Point } latest { ...Point } }
        performanceStatus { instrument value text asOf source { ...Row } }
        anticipatoryMedicines { ...Medicine }
        carer { name relationship telephone source { ...Row } }
        preferences { id text kind asOf source { ...Row } }
      }
      problems { state asOf sources { ...Source } items { id name code { ...Term } status onsetOn resolvedOn source { ...Row } } }
      medications { state asOf sources { ...Source } items { ...Medicine } }
      allergies { state asOf sources { ...Source } items { id name code { ...Term } criticality reaction status source { ...Row } } }
      immunizations { state asOf sources { ...Source } items { id name code { ...Term } status givenOn source { ...Row } } }
      results(first: 50) {
        state asOf sources { ...Source } totalCount pageInfo { hasNextPage endCursor }
        edges { cursor node { id name code { ...Term } family value unit text flag referenceLow referenceHigh at status institution source { ...Row } } }
      }
      documents { state asOf sources { ...Source } items { id title type at author contentType sizeBytes source { ...Row } } }
      accessLog(first: 20) { at personName role organization action sections }
    }
  }
`;
