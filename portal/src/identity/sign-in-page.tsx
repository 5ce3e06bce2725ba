import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useLocation, useSearch } from 'wouter';
import { connectionNow } from '#portal/app/client.ts';
import { nextAddress } from '#portal/app/next-address.ts';
import { problemsOf } from '#portal/app/problem.ts';
import type { Farewell } from '#portal/app/session.ts';
import { usePage } from '#portal/app/use-page.ts';
import { signInMutation } from '#portal/identity/sign-in.mutation.ts';
import type { Viewer } from '#portal/identity/viewer.query.ts';
import { Note } from '#portal/ui/note.tsx';
import { problemWords, waitWords } from '#portal/ui/problem-note.tsx';
import '#portal/identity/sign-in-page.css';

type Field = 'email' | 'password';

interface Refusal {
  field: Field | null;
  text: string;
}

const farewells: Record<Exclude<Farewell, null>, string> = {
  'signed-out': 'You are signed out.',
  idle: 'You were signed out, because nothing was done here for 15 minutes.',
  ended: 'Your session has ended.',
};

function entered(form: FormData, field: Field): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}

interface Props {
  why: Farewell;
  enter: (viewer: Viewer) => void;
}

export function SignInPage({ why, enter }: Props): ReactElement {
  usePage('Sign in');
  const [, go] = useLocation();
  const search = useSearch();
  const next = nextAddress(search);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const fields = { email: useRef<HTMLInputElement>(null), password: useRef<HTMLInputElement>(null) };
  const message = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (refusal) (refusal.field ? fields[refusal.field].current : message.current)?.focus();
    // Moves once for each refusal; the fields are the same elements throughout.
    // oxlint-disable-next-line exhaustive-deps
  }, [refusal]);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const email = entered(form, 'email').trim();
    const password = entered(form, 'password');
    if (!email) return setRefusal({ field: 'email', text: 'Enter the e-mail address of your Portage account.' });
    if (!password) return setRefusal({ field: 'password', text: 'Enter your password.' });

    setBusy(true);
    const { data, error } = await connectionNow()
      .client.mutation(signInMutation, { input: { email, password } })
      .toPromise();
    setBusy(false);
    const answer = data?.signIn;
    if (answer?.__typename === 'SignedIn') {
      enter(answer.viewer);
      go(next, { replace: true });
      return undefined;
    }
    if (answer?.__typename === 'SignInRefused') {
      const wait = answer.retryAfterSeconds ? ` Wait ${waitWords(answer.retryAfterSeconds)}, then try again.` : '';
      return setRefusal(
        answer.reason === 'TOO_MANY_ATTEMPTS'
          ? { field: null, text: `Sign-in was tried too often from here. Your account is not locked.${wait}` }
          : { field: 'password', text: 'The e-mail address and the password do not belong together. Check both.' },
      );
    }
    const problem = error && problemsOf(error)[0];
    if (!problem)
      return setRefusal({ field: null, text: 'The server gave no answer. You are not signed in. Try again.' });
    const words = problemWords(problem, 'your account');
    const reference = problem.referenceId ? ` Reference: ${problem.referenceId}.` : '';
    return setRefusal({ field: null, text: `${words.title} ${words.text}${reference}` });
  };

  const invalid = (field: Field): { 'aria-invalid'?: boolean; 'aria-describedby'?: string } =>
    refusal?.field === field ? { 'aria-invalid': true, 'aria-describedby': 'refusal' } : {};
  const hint = refusal?.field && (
    <p id="refusal" className="sign-in-refusal">
      {refusal.text}
    </p>
  );

  return (
    <main className="sign-in">
      <h1>
        <span className="sign-in-brand">Portage</span> Sign in
      </h1>
      <p className="muted">Summaries of shared patients, from the cancer centre to the physicians outside it.</p>
      {(why || next !== '/') && (
        <Note title={why ? farewells[why] : 'The page that you asked for needs an account.'}>
          {next !== '/' && (
            <p>{why ? 'After you sign in, the page that you were on opens again.' : 'After you sign in, it opens.'}</p>
          )}
        </Note>
      )}
      {refusal && !refusal.field && (
        <div className="note note-problem" role="alert" tabIndex={-1} ref={message}>
          <p className="note-title">You are not signed in.</p>
          <p>{refusal.text}</p>
        </div>
      )}
      <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
        <div className="field">
          <label htmlFor="email">E-mail address</label>
          <input
            ref={fields.email}
            className="input"
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            spellCheck={false}
            autoCapitalize="none"
            {...invalid('email')}
          />
          {refusal?.field === 'email' && hint}
        </div>
        <div className="field">
          <label htmlFor="password">Password</label>
          <input
            ref={fields.password}
            className="input"
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            {...invalid('password')}
          />
          {refusal?.field === 'password' && hint}
        </div>
        <button className="button button-primary" aria-disabled={busy}>
          {busy ? 'Signing in' : 'Sign in'}
        </button>
      </form>
      <p className="small muted">
        After 15 minutes without use you are signed out. If you cannot sign in, ask the person at your practice who
        manages Portage accounts.
      </p>
    </main>
  );
}
