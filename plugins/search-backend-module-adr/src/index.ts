export { searchModuleAdr as default } from './module';
export { ADR_DOCUMENT_TYPE } from './DecisionCollatorFactory';
export type { DecisionDocument } from './DecisionCollatorFactory';
