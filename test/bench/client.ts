// The load, in a process of its own: so many clients that each ask again as soon as they are answered.
import { Agent, request } from 'node:http';

export interface Job {
  readonly url: string;
  readonly cookie: string;
  readonly query: string;
  /** Patients to ask for, in turn; empty for an operation that names none. */
  readonly ids: readonly string[];
  readonly clients: number;
  /** How often all clients ask together. */
  readonly requests: number;
}

export interface Answered {
  /** Wall-clock time of each request, in milliseconds. */
  readonly latencies: number[];
  readonly failed: number;
  readonly bytes: number;
}

function ask(
  { url, cookie, query }: Job,
  agent: Agent,
  id: string | undefined,
): Promise<{ ok: boolean; bytes: number }> {
  const body = JSON.stringify({ query, variables: { id } });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/graphql`, { agent, method: 'POST', headers }, (response) => {
      let [bytes, head] = [0, ''];
      response.on('data', (chunk: Buffer) => {
        if (bytes === 0) head = chunk.subarray(0, 20).toString();
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ ok: response.statusCode === 200 && !head.includes('"errors"'), bytes }));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function run(job: Job): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: job.clients });
  const latencies: number[] = [];
  let [next, failed, bytes] = [0, 0, 0];
  const client = async () => {
    while (next < job.requests) {
      const began = performance.now();
      const answer = await ask(job, agent, job.ids[next++ % job.ids.length]);
      latencies.push(performance.now() - began);
      bytes = answer.bytes;
      if (!answer.ok) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: job.clients }, client));
  agent.destroy();
  return { latencies, failed, bytes };
}

process.on('message', (job: Job) => {
  run(job).then(
    (answered) => process.send?.(answered),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
