import type { ReactElement } from 'react';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { whomToCall } from '#portal/patient/whom-to-call.ts';
import { composeCopy, plainDate, plainWords, type CopyItem } from '#portal/survivorship/copy/compose.ts';
import { wordingVersion, type Language, type PlainFrame } from '#portal/survivorship/copy/plain-words.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { isoDay } from '#portal/ui/dates.ts';

interface Props {
  patient: PatientRecord;
  plan: Plan;
  language: Language;
  zone: string;
}

/** Short sentences, large type, nothing that a patient has to decode; what to do stands before what was. */
export function PatientCopy({ patient, plan, language, zone }: Props): ReactElement {
  const { frame } = plainWords[language];
  const copy = composeCopy(plan, language);
  const day = (instant: string | number): string => plainDate(isoDay(instant, zone), frame.locale);
  return (
    <article className="copy" lang={language}>
      <header>
        <h1>{frame.title}</h1>
        <p className="copy-who">
          {patient.name}
          {patient.birthDate && ` · ${frame.born} ${plainDate(patient.birthDate, frame.locale)}`}
          {patient.mrn && ` · MRN ${patient.mrn}`}
        </p>
      </header>
      <p className={copy.onHold ? 'copy-hold' : undefined}>{copy.onHold ? frame.onHold : frame.intro}</p>
      <Call patient={patient} frame={frame} />
      <Section title={frame.selfTitle} items={copy.self} frame={frame} />
      <Section title={frame.nextTitle} text={copy.onHold ? '' : frame.nextText} items={copy.next} frame={frame} />
      <Section title={frame.notTitle} items={copy.not} frame={frame} />
      {copy.other.length > 0 && (
        <section>
          <h2>{frame.otherTitle}</h2>
          <p>{frame.otherText}</p>
          <ul className="copy-list">
            {copy.other.map((title) => (
              <li key={title} lang="en">
                {title}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Had plan={plan} frame={frame} language={language} />
      <p>{frame.endText}</p>
      <footer className="copy-foot">
        {plan.signedBy && plan.signedAt && <>{frame.signed(plan.version, plan.signedBy.name, day(plan.signedAt))}. </>}
        {frame.printed} {day(Date.now())}.{' '}
        <span lang="en">
          {plan.ruleSetVersion}; {wordingVersion}
        </span>
      </footer>
    </article>
  );
}

function Call({ patient, frame }: { patient: PatientRecord; frame: PlainFrame }): ReactElement {
  const contacts = whomToCall(patient);
  return (
    <section className="copy-call">
      <h2>{frame.callTitle}</h2>
      <p>{frame.callText}</p>
      {contacts.length === 0 && <p>{frame.noNumber}</p>}
      <ul className="copy-list">
        {contacts.map(({ name, telephone, aroundTheClock }) => (
          <li key={name + telephone}>
            <strong className="nowrap">{telephone}</strong> {name}
            {aroundTheClock && `, ${frame.dayAndNight}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SectionProps {
  title: string;
  text?: string;
  items: readonly CopyItem[];
  frame: PlainFrame;
}

function Section({ title, text = '', items, frame }: SectionProps): ReactElement | null {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {items.map((item) => (
        <div key={item.key} className="copy-item">
          <h3>{item.title}</h3>
          <p>{item.text}</p>
          {item.when && (
            <p>
              <strong>{item.when}</strong>
            </p>
          )}
          {item.who && (
            <p>
              {frame.who}: {item.who}.
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

interface HadProps {
  plan: Plan;
  frame: PlainFrame;
  language: Language;
}

/** A medicine given twice is told once. */
const onceByText = <Fact extends { text: string }>(facts: readonly Fact[]): Fact[] => [
  ...new Map(facts.map((fact) => [fact.text, fact])).values(),
];

/** "doxorubicin, 4 cycles" after "doxorubicin": its name is not said twice. */
const withoutName = (text: string, words: string): string =>
  text.toLowerCase().startsWith(`${words.toLowerCase()}, `) ? text.slice(words.length + 2) : text;

/** In plain words first; then as the record has it, which is what another doctor knows it by. */
function Had({ plan: { facts }, frame, language }: HadProps): ReactElement | null {
  const kinds = Object.keys(frame.had) as (keyof PlainFrame['had'])[];
  const shown = kinds.filter((kind) => facts[kind].length > 0);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{frame.hadTitle}</h2>
      <p>{frame.hadText}</p>
      <dl className="copy-had">
        {shown.map((kind) => (
          <div key={kind}>
            <dt>{frame.had[kind]}</dt>
            {onceByText(facts[kind]).map(({ text, patientWords }) => (
              <dd key={text}>
                {patientWords && `${patientWords[language]} `}
                <span lang="en" className={patientWords ? 'copy-record' : undefined}>
                  {patientWords ? withoutName(text, patientWords[language]) : text}
                </span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
