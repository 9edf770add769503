import { SidebarPinStateProvider } from '@backstage/core-components';
import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import { UNPINNABLE } from '../shell/unpinnable';

/** The stock page offers to pin the stock sidebar wherever it believes the screen is large. */
const generalSettings = userSettingsPlugin
  .getExtension('sub-page:user-settings/general')
  .override({
    *factory(originalFactory) {
      const original = originalFactory();
      yield* original;
      yield coreExtensionData.reactElement(
        <SidebarPinStateProvider value={UNPINNABLE}>
          {original.get(coreExtensionData.reactElement)}
        </SidebarPinStateProvider>,
      );
    },
  });

/** The settings without a switch that would do nothing. */
export const userSettingsModule = createFrontendModule({
  pluginId: 'user-settings',
  extensions: [generalSettings],
});
