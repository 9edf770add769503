import { createApp } from '@backstage/frontend-defaults';
import { catalogModules } from './modules/catalog';
import { homePlugin } from './modules/home';
import { kubernetesModule } from './modules/kubernetes';
import { notFoundModule } from './modules/notFound';
import { pageLayoutModule } from './modules/pageLayout';
import { scaffolderModule, templateCardModule } from './modules/scaffolder';
import { shellModule } from './modules/shell';
import { signInModule } from './modules/signIn';
import { themeModule } from './modules/theme';
import { userSettingsModule } from './modules/userSettings';

/** The portal: stock plugins are discovered from the package's dependencies, ours are listed. */
export const app = createApp({
  features: [
    themeModule,
    shellModule,
    pageLayoutModule,
    signInModule,
    notFoundModule,
    homePlugin,
    ...catalogModules,
    scaffolderModule,
    templateCardModule,
    kubernetesModule,
    userSettingsModule,
  ],
});
