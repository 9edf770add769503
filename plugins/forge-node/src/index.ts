export * from './describeActor';
export * from './events';
export * from './ForgeEvents';
export * from './ForgeHost';
export * from './ForgeScope';
export * from './ForgeService';
export * from './git/runGit';
export * from './parseRepositoryUrl';
