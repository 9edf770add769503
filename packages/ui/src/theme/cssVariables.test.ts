import { cssVariables } from './cssVariables';
import { tokens } from './tokens';

describe('cssVariables', () => {
  it('gives Backstage UI the colours of the mode', () => {
    expect(cssVariables('dark')).toContain(`--bui-bg-app:${tokens.dark.app};`);
    expect(cssVariables('light')).toContain(
      `--bui-bg-app:${tokens.light.app};`,
    );
  });

  it('applies to the body of that mode only', () => {
    expect(cssVariables('dark')).toMatch(
      /^body\[data-theme-name='groundwork'\]\[data-theme-mode='dark'\]\{/,
    );
  });
});
