export * from './grpc-client.js';
export * from './serve-grpc.js';
export * from './status.js';
