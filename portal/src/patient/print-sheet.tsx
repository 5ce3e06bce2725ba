import type { ReactElement } from 'react';
import type { OutlineBlock } from '#portal/patient/outline.ts';
import '#portal/patient/print-sheet.css';

interface Props {
  identity: readonly string[];
  reader: string;
  printedAt: string;
  blocks: readonly OutlineBlock[];
}

/** Two pages of paper; the last block, the sources, runs across their foot. The head is a table head, because that is what browsers repeat on each page. */
export function PrintSheet({ identity: [name, ...facts], reader, printedAt, blocks }: Props): ReactElement {
  const [foot, body] = [blocks.at(-1), blocks.slice(0, -1)];
  return (
    <table className="paper" aria-hidden="true">
      <thead>
        <tr>
          <th>
            <p className="paper-name">
              {name} <span>{facts.join(' · ')}</span>
            </p>
            <p className="paper-note">
              Cancer centre summary from Portage, printed {printedAt} by {reader}. Confidential.
            </p>
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <div className="paper-columns">
              {body.map(({ title, lines, urgent }) => (
                <section key={title} className={urgent ? 'paper-block paper-urgent' : 'paper-block'}>
                  <h2>{title}</h2>
                  <ul>
                    {lines.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
            {foot && (
              <p className="paper-note">
                {foot.title}: {foot.lines.join(' · ')}
              </p>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
