import type { FastifyHelmetOptions } from '@fastify/helmet';

const NOTHING = ["'none'"];
const SELF = ["'self'"];

/** Headers of every answer. The portal needs no more than its own files and its own API. */
export const securityHeaders = (production: boolean): FastifyHelmetOptions => ({
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
export const PERMISSIONS_POLICY = [
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
