import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ScmIntegrations,
  type GithubIntegrationConfig,
} from '@backstage/integration';

/** An organisation's name as GitHub admits it. */
const ORGANIZATION = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

/** A GitHub host as it is configured. */
export interface GithubHostConfig {
  integration: GithubIntegrationConfig & { apiBaseUrl: string };
  organizations: string[];
  webhookSecret?: string;
  areApprovalsAllowed: boolean;
}

/** Reads `forge.github` and the credentials of each host from `integrations.github`. */
export function readGithubConfig(config: Config): GithubHostConfig[] {
  const entries = config.getOptionalConfigArray('forge.github') ?? [];
  if (entries.length === 0) {
    return [];
  }
  const integrations = ScmIntegrations.fromConfig(config);
  const hosts = entries.map(entry => {
    const host = entry.getString('host');
    const integration = integrations.github.byHost(host)?.config;
    return {
      integration: checkIntegration(host, integration),
      organizations: readOrganizations(host, entry),
      webhookSecret: entry.getOptionalString('webhookSecret') || undefined,
      areApprovalsAllowed: entry.getOptionalBoolean('approvals') ?? false,
    };
  });
  const names = hosts.map(({ integration }) => integration.host);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated) {
    throw new InputError(`forge.github has the host ${repeated} twice`);
  }
  return hosts;
}

function checkIntegration(
  host: string,
  integration: GithubIntegrationConfig | undefined,
): GithubIntegrationConfig & { apiBaseUrl: string } {
  const { apiBaseUrl, apps, token } = integration ?? {};
  if (!integration || (!token && !apps?.length)) {
    throw new InputError(
      `forge.github needs credentials for ${host}: set a token or an App for it in integrations.github`,
    );
  }
  if (!apiBaseUrl) {
    throw new InputError(
      `forge.github needs the address of the API of ${host}: set apiBaseUrl for it in integrations.github, such as https://${host}/api/v3`,
    );
  }
  return { ...integration, apiBaseUrl };
}

function readOrganizations(host: string, entry: Config): string[] {
  const organizations = entry.getStringArray('organizations');
  const unfit = organizations.find(name => !ORGANIZATION.test(name));
  if (organizations.length === 0 || unfit) {
    throw new InputError(
      unfit
        ? `'${unfit}' in forge.github cannot be an organization on ${host}`
        : `forge.github names no organizations on ${host}`,
    );
  }
  return organizations;
}
