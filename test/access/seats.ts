// For each role and each way to stand to a conversation: a reader, a patient, and a conversation in which every field holds something.
import { randomUUID } from 'node:crypto';
import { MARK } from '#test/kit/clinic-row.ts';
import { ago, ahead, DAY, type Clinic, type PatientInClinic, type PersonInClinic } from '#test/kit/clinic.ts';
import type { Answer } from './asking.ts';
import { writeThread, type Belonging, type ThreadInClinic } from './seat-rows.ts';
import { keepsDraft, opens, reads, SEATS, type Seat, type Seated } from './seats-truth-table.ts';
import { ORDINARY, ROLE_READS, type TruthRole } from './truth-table.ts';

export interface SeatCase extends Seated {
  readonly reader: PersonInClinic;
  readonly token: string;
  readonly patient: PatientInClinic;
  readonly thread: ThreadInClinic;
}

/** The two on the other side. */
interface Centre {
  readonly author: PersonInClinic;
  readonly assistant: PersonInClinic;
}

const GIVEN: Partial<Record<Seat, readonly string[]>> = {
  'lost-scope': ORDINARY.filter((scope) => scope !== 'messages'),
  'only-messages': ['messages'],
};

type Granted = ReturnType<Clinic['grant']>;
/** Who has the place in the conversation, and what is granted; what then happens to it, once there is a conversation. */
interface Arranged {
  readonly holder?: PersonInClinic;
  readonly later?: () => Promise<unknown>;
  /** The session that the reader has by then, where it is not one of the practice. */
  readonly token?: () => Promise<string>;
}

async function arrange(
  clinic: Clinic,
  seat: Seat,
  reader: PersonInClinic,
  patient: PatientInClinic,
): Promise<Arranged> {
  const toPractice = (...more: Parameters<Granted['to']> extends [unknown, ...infer Rest] ? Rest : never) =>
    clinic.grant(patient).to(reader.organization, ...more);
  const principal = async (kind: 'delegate' | 'cover', validUntil: Date) => {
    const practice = kind === 'cover' ? await clinic.organization() : reader.organization;
    const holder = await clinic.person('community-clinician').of(practice);
    await clinic.grant(patient).to(holder);
    await clinic.standIn(holder).by(reader, { kind, validFrom: ago(2 * DAY), validUntil });
    return { holder };
  };
  switch (seat) {
    case 'stands-in':
      return principal('delegate', ahead(DAY));
    case 'covers':
      return principal('cover', ahead(DAY));
    case 'stood-in':
      return principal('delegate', ago(DAY));
    case 'left': {
      await toPractice();
      const membership = { id: randomUUID(), person_id: reader.id, role: reader.role };
      return {
        holder: reader,
        later: async () => {
          await clinic.behindTheWall('update membership set ended_at = now() where id = $1', [reader.membershipId]);
          const elsewhere = await clinic.organization();
          await clinic.insert('portage_steward', 'membership', { ...membership, organization_id: elsewhere.id });
        },
        token: () => clinic.openSession(membership.id),
      };
    }
    case 'lost-grant': {
      const grant = await toPractice();
      return { holder: reader, later: () => clinic.revoke(grant) };
    }
    case 'lost-scope':
    case 'only-messages':
      await toPractice({ scopes: GIVEN[seat] as never });
      return { holder: reader };
    case 'restricted':
      await toPractice();
      return { holder: reader, later: () => clinic.restrict(patient).against(reader.organization) };
    case 'merged':
      await toPractice();
      return { holder: reader, later: async () => clinic.merge(patient, await clinic.patient()) };
    case 'same-practice':
      await toPractice();
      return { holder: await clinic.person('community-clinician').of(reader.organization) };
    case 'other-practice': {
      const holder = await clinic.person('community-clinician').of(await clinic.organization());
      await clinic.grant(patient).to(holder.organization);
      await toPractice();
      return { holder };
    }
    case 'nothing-granted':
      return {};
    default:
      await toPractice();
      return { holder: reader };
  }
}

async function seatCase(clinic: Clinic, centre: Centre, role: TruthRole, seat: Seat): Promise<SeatCase> {
  const reader = await clinic.person(role).of(await clinic.organization());
  const patient = await clinic.patient({ withRecord: true });
  await clinic.grant(patient).to(centre.author.organization, { basis: 'care-team' });
  const { holder, later, token } = await arrange(clinic, seat, reader, patient);
  const thread = await writeThread(clinic, { ...centre, patient, reader, holder, seat });
  await later?.();
  return {
    role,
    seat,
    given: GIVEN[seat] ?? ORDINARY,
    reader,
    token: await (token ?? reader.signIn)(),
    patient,
    thread,
  };
}

/** Every role in every way to stand to a conversation, in a database of their own. */
export async function openSeats(clinic: Clinic): Promise<SeatCase[]> {
  const organization = await clinic.organization('cancer-centre');
  const author = await clinic.person('oncologist').of(organization);
  const assistant = await clinic.person('practice-staff').of(organization);
  await clinic.standIn(author).by(assistant);
  // Somebody covers for the author, so that this is told too.
  const cover = await clinic.person('oncologist').of(organization);
  await clinic.standIn(author).by(cover, { kind: 'cover', validUntil: ahead(DAY) });
  const cases: SeatCase[] = [];
  for (const role of Object.keys(ROLE_READS) as TruthRole[])
    for (const seat of Object.keys(SEATS) as Seat[])
      cases.push(await seatCase(clinic, { author, assistant }, role, seat));
  return cases;
}

const MAY_SHOW: Record<Belonging, (one: Seated) => boolean> = {
  thread: opens,
  draft: keepsDraft,
  undoable: (one) => opens(one) && one.seat === 'writer',
  nobody: () => false,
};

/** Knows whose every text is, and sees it in an answer. */
export class SeatWatch {
  readonly #texts = new Map<string, { of: SeatCase; what: string; may: boolean }>();

  constructor(cases: readonly SeatCase[]) {
    for (const of of cases) {
      for (const [mark, what] of of.thread.marks) this.#texts.set(mark, { of, what, may: MAY_SHOW[what](of) });
      for (const { mark, table, needs } of of.patient.rows)
        this.#texts.set(mark.toLowerCase(), { of, what: table, may: needs.every((need) => reads(of, need)) });
    }
  }

  shownIn({ bytes }: Pick<Answer, 'bytes'>): { of: SeatCase; what: string; may: boolean }[] {
    return [...new Set(bytes.match(MARK)?.map((mark) => mark.toLowerCase()))].flatMap(
      (mark) => this.#texts.get(mark) ?? [],
    );
  }

  /** Texts that an answer to this case's reader shows and that the table does not let them see. */
  leaksIn(answer: Pick<Answer, 'bytes'>, one: SeatCase): string[] {
    return this.shownIn(answer)
      .filter(({ of, may }) => of !== one || !may)
      .map(({ of, what }) => `shows ${what} of ${of.role} ${of.seat}`);
  }
}
