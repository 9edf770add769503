export { authPersonaFeature as default } from './feature';
