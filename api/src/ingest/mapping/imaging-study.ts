import type { ImagingStudy } from 'fhir/r4';
import { clean, nameOf } from '../fhir/concepts.ts';
import { moment } from '../fhir/dates.ts';
import { closedCode, decimal } from '../fhir/values.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

export function mapImagingStudy(study: ImagingStudy, context: MappingContext): MappedRow[] {
  const series = study.series ?? [];
  const modalities = [...(study.modality ?? []), ...series.map(({ modality }) => modality)].map(
    (one) => clean(one?.display) ?? clean(one?.code),
  );
  const sites = series.map(({ bodySite }) => nameOf(bodySite && { coding: [bodySite] }));
  const all = (names: readonly (string | undefined)[]) =>
    clean([...new Set(names.filter((name) => name !== undefined))].join(', ')) ?? null;
  return [
    {
      table: 'imaging_study',
      id: context.rowId,
      values: {
        needs: context.needs('imagingStudy'),
        modality: (study.modality?.length ? all(modalities.slice(0, study.modality.length)) : all(modalities)) ?? null,
        bodySite: all(sites),
        description: clean(study.description) ?? nameOf(study.procedureCode?.[0]) ?? null,
        status: closedCode(study.status, 'ImagingStudy.status', STATUS.imagingStudy) ?? null,
        startedAt:
          (moment(study.started, 'ImagingStudy.started') ?? moment(series[0]?.started, 'ImagingStudy.series.started'))
            ?.at ?? null,
        seriesCount: decimal(study.numberOfSeries, 'ImagingStudy.numberOfSeries') ?? (series.length || null),
        instanceCount: decimal(study.numberOfInstances, 'ImagingStudy.numberOfInstances') ?? null,
      },
    },
  ];
}
