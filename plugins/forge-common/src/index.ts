export * from './addresses';
export * from './annotations';
export * from './permissions';
export * from './types';
