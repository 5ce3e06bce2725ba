import helmet from 'helmet';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

const NOTHING = ["'none'"];
const SELF = ["'self'"];

const helmetOf = (production: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': SELF,
        'script-src': SELF,
        'style-src': SELF,
        'connect-src': SELF,
        'font-src': SELF,
        'img-src': ["'self'", 'data:'],
        'form-action': SELF,
        'base-uri': NOTHING,
        'object-src': NOTHING,
        'frame-src': NOTHING,
        'frame-ancestors': NOTHING,
        ...(production ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: production ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    originAgentCluster: true,
  });

/** Which powers of the browser the pages may use: copying the summary as text, and no other. */
const PERMISSIONS_POLICY = [
  'accelerometer=()',
  'camera=()',
  'clipboard-write=(self)',
  'display-capture=()',
  'geolocation=()',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'payment=()',
  'publickey-credentials-get=(self)',
  'usb=()',
].join(', ');

/**
 * Headers of every answer. The portal needs no more than its own files and its own API. None of them depends
 * on the request, so helmet is asked once; its plugin for Fastify builds all of it anew for each request.
 */
export function securityHeaders(production: boolean): Readonly<Record<string, string>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmetOf(production)(request, response, (error) => {
    if (error !== undefined) throw new Error('helmet makes no headers', { cause: error });
  });
  return { ...(response.getHeaders() as Record<string, string>), 'permissions-policy': PERMISSIONS_POLICY };
}

/**
 * Headers that bind documents and say nothing of a script or a style sheet. They are larger than most of the
 * portal's files, of which a first page asks for fifteen.
 */
export const ONLY_OF_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'permissions-policy',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];
