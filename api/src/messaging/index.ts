export { MessagingResolver } from './messaging.resolver.ts';
