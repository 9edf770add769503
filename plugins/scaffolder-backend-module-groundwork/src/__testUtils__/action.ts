import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
  type ActionContext,
} from '@backstage/plugin-scaffolder-node';

/** An action of a test, as a feature of the backend. */
export function actionFeature(
  id: string,
  handler: (
    context: Pick<ActionContext<{}>, 'step' | 'workspacePath'>,
  ) => Promise<void>,
) {
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: id.replace(':', '-'),
    register(env) {
      env.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(createTemplateAction({ id, handler }));
        },
      });
    },
  });
}
