import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function capture() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: createLogger('trace', stream), text: () => lines.join('') };
}

describe('the log', () => {
  it('strikes out secrets and what a request carried, should anybody ever log them', () => {
    const { log, text } = capture();
    log.info(
      {
        token: 's3cret',
        a: { password: 's3cret', b: { cookie: 's3cret' } },
        variables: { name: 's3cret' },
        headers: { authorization: 's3cret' },
        email: 's3cret',
        query: 's3cret',
      },
      'line',
    );
    expect(text()).toContain('"msg":"line"');
    expect(text()).not.toContain('s3cret');
  });

  it('cuts requests, replies and errors down to what names nobody', () => {
    const { log, text } = capture();
    log.error({
      req: { method: 'GET', url: '/patients/7?search=begay', headers: { cookie: 'begay' }, routeOptions: { url: '*' } },
      res: { statusCode: 500, headers: { 'set-cookie': 'begay' } },
      err: Object.assign(new Error('begay'), { code: '22007', detail: 'begay' }),
    });
    expect(JSON.parse(text())).toMatchObject({
      req: { method: 'GET', route: '*' },
      res: { status: 500 },
      err: { type: 'Error', code: '22007' },
    });
    log.error(new Error('begay'));
    log.error(new Error('begay'), 'begay');
    expect(text()).not.toContain('begay');
  });
});
