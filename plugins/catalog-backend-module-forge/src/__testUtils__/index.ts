export { ForgeBackend } from './ForgeBackend';
