import { catalogFilesRule } from './catalogFiles';
import { contractsRule } from './contracts';
import { decisionsRule } from './decisions';
import { environmentsRule } from './environments';
import { imagesRule } from './images';
import { leftoversRule } from './leftovers';
import { linksRule } from './links';
import { secretsRule } from './secrets';
import { syntaxRule } from './syntax';
import { textHygieneRule } from './textHygiene';
import type { TreeRule } from './TreeRule';
import {
  pinnedActionsRule,
  workflowLimitsRule,
  workflowLintRule,
} from './workflows';

/** Every rule about what a template writes; syntax first, because the others read the files. */
export const treeRules: readonly TreeRule[] = [
  syntaxRule,
  leftoversRule,
  textHygieneRule,
  workflowLintRule,
  pinnedActionsRule,
  workflowLimitsRule,
  catalogFilesRule,
  linksRule,
  secretsRule,
  imagesRule,
  contractsRule,
  environmentsRule,
  decisionsRule,
];
