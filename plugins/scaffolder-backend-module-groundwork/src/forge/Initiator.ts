import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';

/** The secret under which a plan tells the actions of its dry run whom it is for. */
export const PLAN_TOKEN = 'groundworkPlanToken';

/** As whom an action asks, whether it runs or is planned. */
export class Initiator {
  readonly #auth: AuthService;

  static create(options: { auth: AuthService }): Initiator {
    return new Initiator(options.auth);
  }

  private constructor(auth: AuthService) {
    this.#auth = auth;
  }

  /**
   * The credentials of the user who started the task or asked for the plan.
   *
   * @remarks
   * The portal makes the dry run of a plan as itself, because a developer may not dry-run templates; the token says for
   * whom. It is checked like every other, and gives its bearer nothing new.
   */
  async credentialsOf(
    context: Pick<
      ActionContext<{}>,
      'isDryRun' | 'secrets' | 'getInitiatorCredentials'
    >,
  ): Promise<BackstageCredentials> {
    const token = context.isDryRun ? context.secrets?.[PLAN_TOKEN] : undefined;
    return token
      ? this.#auth.authenticate(token)
      : context.getInitiatorCredentials();
  }
}
