// The limit: node:http, pg and one statement, with nothing between them. Same walls, same audit, same pipelined
// transaction in one packet as Portage.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Writable } from 'node:stream';
import { Pool, type PoolClient } from 'pg';
import { LIMIT_STATEMENT } from './limit-statement.ts';

const { LIMIT_DATABASE_URL: connectionString, LIMIT_POOL_SIZE: max, LIMIT_VARIANT: variant } = process.env;
const pool = new Pool({ connectionString, max: Number(max), pipeline: true } as ConstructorParameters<typeof Pool>[0]);
const SECTIONS = [
  'accessLog',
  'allergies',
  'careTeam',
  'documents',
  'immunizations',
  'medications',
  'oncology',
  'palliative',
  'problems',
  'results',
];
/** json, whose text pg parses unless it is told otherwise */
const asText = { getTypeParser: () => (value: string) => value };

interface Row {
  chart: unknown;
}

async function chartOf(token: string, patientId: string): Promise<string | undefined> {
  const client = await pool.connect();
  try {
    const sent = send(client, token, patientId);
    await Promise.all(sent);
    const { rows } = await sent[2];
    const chart = rows[0]?.chart;
    return variant === 'text' || chart === undefined ? (chart as string | undefined) : JSON.stringify(chart);
  } finally {
    client.release();
  }
}

function send(client: PoolClient, token: string, patientId: string) {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  const sent = [
    client.query('begin'),
    client.query({ name: 'enter', text: 'select * from app.enter($1)', values: [token] }),
    client.query<Row>({
      name: 'chart',
      text: LIMIT_STATEMENT,
      values: [patientId, randomUUID(), SECTIONS],
      types: variant === 'text' ? asText : undefined,
    }),
    client.query('commit'),
  ] as const;
  stream.uncork();
  return sent;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables: { id: string } };
    const token = /(?:^|; )[\w-]+=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    chartOf(token, variables.id).then(
      (chart) => {
        response.writeHead(chart === undefined ? 404 : 200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(chart ?? ''),
        });
        response.end(chart);
      },
      (error: unknown) => {
        response.writeHead(500);
        response.end(String(error));
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`ready: http://127.0.0.1:${port}\n`);
});
