import { useId, type ReactElement, type ReactNode } from 'react';
import '#portal/ui/card.css';

interface Props {
  title: string;
  children: ReactNode;
  /** Where the facts come from and as of when. */
  foot?: ReactNode;
  tone?: 'plain' | 'danger' | 'accent';
  className?: string;
}

export function Card({ title, children, foot, tone = 'plain', className = '' }: Props): ReactElement {
  const id = useId();
  return (
    <section className={`card card-${tone} ${className}`} aria-labelledby={id}>
      <h2 id={id} className="card-title">
        {title}
      </h2>
      {children}
      {foot && <footer className="card-foot">{foot}</footer>}
    </section>
  );
}
