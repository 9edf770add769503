import type { StatusTone } from '../FieldStatus';
import type { Translate } from '../translate';
import type { NameVerdict } from './checkServiceName';

/** A verdict in words, and whether it must be mended first. */
export function explainName(
  name: string,
  verdict: NameVerdict,
  t: Translate,
): { tone: StatusTone; text: string } | undefined {
  switch (verdict.state) {
    case 'free':
      return { tone: 'good', text: t('serviceName.free', { name }) };
    case 'taken':
      return { tone: 'bad', text: t('serviceName.taken', { name }) };
    case 'malformed':
      return { tone: 'bad', text: t('serviceName.malformed', { name }) };
    case 'tooLong':
      return {
        tone: 'bad',
        text: t('serviceName.tooLong', {
          limit: String(verdict.limit),
          length: String(name.length),
        }),
      };
    case 'unchecked':
      return {
        tone: 'unsure',
        text: t('serviceName.unchecked', { reason: verdict.reason }),
      };
    default:
      return undefined;
  }
}
