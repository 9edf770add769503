import { parse } from 'yaml';
import { listTexts, type RenderedTree } from '../../render/RenderedTree';
import { lintWorkflow } from './lintWorkflow';
import { treeRule } from './TreeRule';

interface Workflow {
  on?: Record<string, unknown> | string | string[];
  permissions?: unknown;
  concurrency?: unknown;
  jobs?: Record<
    string,
    {
      uses?: string;
      'timeout-minutes'?: unknown;
      permissions?: unknown;
      steps?: { run?: string }[];
    }
  >;
}

/** Whoever opens a pull request or starts a workflow writes it. */
const EVENT_TEXT = /\$\{\{\s*(github\.event|github\.head_ref|inputs)\b/;

function listWorkflows(tree: RenderedTree) {
  return listTexts(tree).filter(({ path }) =>
    /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path),
  );
}

/** actionlint has nothing to say about a workflow. */
export const workflowLintRule = treeRule(
  'workflow-lint',
  'workflows pass actionlint',
  async tree => {
    const results = await Promise.all(listWorkflows(tree).map(lintWorkflow));
    return results.flat();
  },
);

/** An action is code of others, so a workflow names the commit that was looked at. */
export const pinnedActionsRule = treeRule(
  'actions-pinned',
  'every action is pinned to a commit, with its version beside it',
  tree =>
    listWorkflows(tree).flatMap(({ path, text }) =>
      [...text.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)]
        .map(([, uses]) => uses.trim())
        .filter(
          uses =>
            !uses.startsWith('./') &&
            !/@[0-9a-f]{40} # v\d+(\.\d+)*$/.test(uses),
        )
        .map(uses => ({
          place: path,
          message: `'${uses}' is not pinned to a commit with its version as a comment`,
        })),
    ),
);

/** A workflow has what it needs, for as long as it should need it, and never runs what a stranger wrote. */
export const workflowLimitsRule = treeRule(
  'workflow-limits',
  'workflows have no permissions by default, time limits and no code from an event',
  tree =>
    listWorkflows(tree).flatMap(({ path, text }) =>
      findLimitProblems(parse(text), text).map(message => ({
        place: path,
        message,
      })),
    ),
);

function findLimitProblems(workflow: Workflow, text: string): string[] {
  const problems: string[] = [];
  if (JSON.stringify(workflow.permissions) !== '{}') {
    problems.push("gives its jobs permissions; set 'permissions: {}'");
  }
  if (/\bpull_request_target\b/.test(text)) {
    problems.push('runs with secrets on the code of a pull request');
  }
  const scripts = Object.values(workflow.jobs ?? {}).flatMap(({ steps = [] }) =>
    steps.map(({ run }) => run ?? ''),
  );
  if (scripts.some(script => EVENT_TEXT.test(script))) {
    problems.push("puts text of an event into a script; pass it by 'env'");
  }
  const isReusable =
    typeof workflow.on === 'object' && 'workflow_call' in workflow.on;
  if (!isReusable && workflow.concurrency === undefined) {
    problems.push('has no concurrency group');
  }
  for (const [id, job] of Object.entries(workflow.jobs ?? {})) {
    if (!job.uses && job['timeout-minutes'] === undefined) {
      problems.push(`the job '${id}' has no time limit`);
    }
    if (job.permissions === undefined) {
      problems.push(`the job '${id}' does not say which permissions it needs`);
    }
  }
  return problems;
}
