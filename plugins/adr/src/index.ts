export { WaitingDecisionsCard } from './home/WaitingDecisionsCard';
export { default } from './plugin';
