// What is loaded when a registry is asked for the first time: the HTTP client.
export { createRegistry } from '../../core/registry/createRegistry.ts';
