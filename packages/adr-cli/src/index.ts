export * from './runAdr';
