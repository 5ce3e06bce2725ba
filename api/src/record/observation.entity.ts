import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const Observation = defineEntity({
  name: 'Observation',
  tableName: 'observation',
  properties: {
    ...compartmentColumns,
    category: p
      .text()
      .$type<
        | 'laboratory'
        | 'vital-signs'
        | 'stage'
        | 'tumor-marker'
        | 'biomarker'
        | 'performance-status'
        | 'disease-status'
        | 'assessment'
        | 'preference'
        | 'imaging'
        | 'social-history'
        | 'other'
      >(),
    // A test family's key; on rows of category 'stage' which part of which staging: clinical-stage-group,
    // clinical-t, clinical-n, clinical-m, the same with pathologic-, or stage-group of another system.
    family: p.text().nullable(),
    codeSystem: p.text().nullable(),
    code: p.text().nullable(),
    display: p.text(),
    status: p.text().nullable(),
    valueNumber: p.double().$type<number>().nullable(),
    valueText: p.text().nullable(),
    valueCode: p.text().nullable(),
    unit: p.text().nullable(),
    referenceLow: p.double().$type<number>().nullable(),
    referenceHigh: p.double().$type<number>().nullable(),
    flag: p.text().$type<'low' | 'normal' | 'high' | 'critical-low' | 'critical-high' | 'abnormal'>().nullable(),
    effectiveAt: p.datetime().columnType('timestamptz').nullable(),
    effectivePrecision: p.text().$type<'year' | 'month' | 'day' | 'time'>().nullable(),
    issuedAt: p.datetime().columnType('timestamptz').nullable(),
    focusId: p.uuid().nullable(),
    parentId: p.uuid().nullable(),
    method: p.text().nullable(),
    bodySite: p.text().nullable(),
    performerName: p.text().nullable(),
    note: p.text().nullable(),
    /** A panel without a value of its own that names its results: what they do not tell did not come. */
    toldByParts: p.boolean().default(false),
  },
});
