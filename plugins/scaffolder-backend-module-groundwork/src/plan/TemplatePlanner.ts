import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  taskCreatePermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import type { JsonObject } from '@backstage/types';
import type { ForgeService } from '@groundwork/plugin-forge-node';
import { PLAN_TOKEN } from '../forge/Initiator';
import { loadTemplate } from '../template/loadTemplate';
import { TemplateSource } from '../template/TemplateSource';
import { checkValues } from './checkValues';
import type { DryRuns } from './DryRuns';
import type { PlanQueue } from './PlanQueue';
import { readPlan, type Plan } from './readPlan';
import { toDryRunTemplate } from './toDryRunTemplate';

/** Works out what creating from a registered template would do. */
export class TemplatePlanner {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #dryRuns: DryRuns;
  readonly #forge: ForgeService;
  readonly #permissions: PermissionsService;
  readonly #queue: PlanQueue;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    dryRuns: DryRuns;
    forge: ForgeService;
    permissions: PermissionsService;
    queue: PlanQueue;
  }): TemplatePlanner {
    return new TemplatePlanner(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    dryRuns: DryRuns;
    forge: ForgeService;
    permissions: PermissionsService;
    queue: PlanQueue;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#dryRuns = options.dryRuns;
    this.#forge = options.forge;
    this.#permissions = options.permissions;
    this.#queue = options.queue;
  }

  /** Plans for somebody who may see the template and create from it, with values that fit its form. */
  async plan(options: {
    templateRef: string;
    values: JsonObject;
    credentials: BackstageCredentials<BackstageUserPrincipal>;
  }): Promise<Plan> {
    const { templateRef, values, credentials } = options;
    await this.#requirePermission(credentials);
    const template = await loadTemplate(
      templateRef,
      this.#catalog,
      credentials,
    );
    checkValues(values, template);
    return this.#queue.run(credentials.principal.userEntityRef, async () => {
      const source = await TemplateSource.locate(
        template.metadata,
        this.#forge,
      );
      const dryRun = await toDryRunTemplate(template, source);
      const result = await this.#dryRuns.run({
        template: dryRun.template,
        values,
        secrets: {
          ...dryRun.secrets,
          [PLAN_TOKEN]: await this.#issueToken(credentials),
        },
      });
      return readPlan(result, dryRun.effects);
    });
  }

  /** Steps that the user may not see are left out when the task runs, so their plan would be another one. */
  async #requirePermission(credentials: BackstageCredentials): Promise<void> {
    const [create] = await this.#permissions.authorize(
      [{ permission: taskCreatePermission }],
      { credentials },
    );
    if (create.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        'Your role may not create from templates: it needs the permission scaffolder.task.create',
      );
    }
    const reads = await this.#permissions.authorizeConditional(
      [
        { permission: templateParameterReadPermission },
        { permission: templateStepReadPermission },
      ],
      { credentials },
    );
    if (reads.some(({ result }) => result !== AuthorizeResult.ALLOW)) {
      throw new NotAllowedError(
        'You may not see every step of every template, so no plan can be shown',
      );
    }
  }

  async #issueToken(credentials: BackstageCredentials): Promise<string> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'scaffolder',
    });
    return token;
  }
}
