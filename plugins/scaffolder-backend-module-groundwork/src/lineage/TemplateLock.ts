import type { JsonObject } from '@backstage/types';
import { posix } from 'node:path';
import { stringify } from 'yaml';
import type { PinnedUrl } from '../template/TemplateSource';

/** Where a directory of a repository came from, as the repository itself tells. */
export interface TemplateLock {
  apiVersion: 'groundwork.io/v1';
  kind: 'TemplateLock';
  template: {
    /** Such as `template:default/nestjs-service`. */
    ref: string;
    /** The address under which the template was registered. */
    source: string;
    /** From the root of the repository of the template. */
    path: string;
  };
  resolved: {
    /** The release if there is one, else what the template calls itself, else the commit. */
    version: string;
    /** 40 hexadecimal digits; this is what counts. */
    commit: string;
  };
  render: {
    /** The id of the Git tree of everything that was rendered, without this file. */
    tree: string;
    /** What rendered it. */
    engine: string;
    /** What the steps fetch, each at a commit. */
    fetched: PinnedUrl[];
  };
  target: {
    /** From the root of the repository; `.` is the root. */
    path: string;
  };
  /** What was answered in the form. */
  inputs: JsonObject;
  /** The names of answers that are left out because they are secret. */
  secretInputs: string[];
}

/** Where the lock of a template is, from the directory that the template fills. */
export function lockPathOf(templateName: string): string {
  return posix.join('.groundwork', 'templates', `${templateName}.lock.yaml`);
}

/** The text of a lock; equal locks have equal texts. */
export function formatLock(lock: TemplateLock): string {
  const inputs = sortKeys(lock.inputs);
  return `# Written by the portal. Upgrades of the template need it as it is.\n${stringify(
    { ...lock, inputs },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  )}`;
}

/** A form may be filled in any order. */
function sortKeys(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, child]) => [
        key,
        typeof child === 'object' && child !== null && !Array.isArray(child)
          ? sortKeys(child)
          : child,
      ]),
  );
}
