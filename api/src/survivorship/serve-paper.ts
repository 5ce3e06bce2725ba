import type { FastifyInstance } from 'fastify';
import type { ContextOf } from '#api/http/index.ts';
import type { PlanCentre } from './centre.ts';
import { fullForm } from './paper/full-form.ts';
import type { PlanPaper } from './paper/plan-paper.ts';
import { shortForm } from './paper/short-form.ts';
import { toFhir } from './paper/to-fhir.ts';
import { toPdf } from './paper/to-pdf.ts';
import { toText } from './paper/to-text.ts';
import { readPaper } from './read-care-plan.ts';

interface Form {
  readonly contentType: string;
  readonly write: (paper: PlanPaper) => Uint8Array | string | Promise<Uint8Array>;
}

/** Files of a plan, by name. No name of a file says whose plan it is. */
const FORMS: Readonly<Record<string, Form>> = {
  'short-form.pdf': { contentType: 'application/pdf', write: (paper) => toPdf(shortForm(paper), 2) },
  'full-form.pdf': { contentType: 'application/pdf', write: (paper) => toPdf(fullForm(paper), null) },
  'note.txt': { contentType: 'text/plain; charset=utf-8', write: (paper) => toText(shortForm(paper)) },
  'care-plan.json': {
    contentType: 'application/fhir+json; charset=utf-8',
    write: (paper) => JSON.stringify(toFhir(paper), null, 2),
  },
};

/** GET /care-plans/{patient}/{file}?version=N: the plan on paper, as text for a note, as FHIR; each copy is audited. */
export function servePaper(app: FastifyInstance, contextOf: ContextOf, centre: PlanCentre): void {
  app.get<{ Params: { patientId: string; file: string }; Querystring: { version?: string } }>(
    '/care-plans/:patientId/:file',
    async (request, reply) => {
      const { patientId, file } = request.params;
      const form = FORMS[file];
      if (form === undefined) return reply.callNotFound();
      const paper = await readPaper(
        { ...contextOf(request, reply), centre },
        patientId,
        versionOf(request.query.version),
      );
      const body = await form.write(paper);
      return reply
        .header('content-type', form.contentType)
        .header('content-disposition', `inline; filename="v${paper.version}-${file}"`)
        .header('cache-control', 'no-store')
        .send(typeof body === 'string' ? body : Buffer.from(body));
    },
  );
}

/** Null: the present one. A version that is no number is one that nobody has. */
const versionOf = (text: string | undefined): number | null =>
  text === undefined ? null : /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
