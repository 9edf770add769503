import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KitDirectories } from '../commands/Kit';

/** The directories of a kit, below one that the test removes. */
export type TestDirectories = KitDirectories & { root: string };

/** A sound template of two layers, with two options. */
export const GREETING: Readonly<Record<string, string>> = {
  'templates/greeting.yaml': `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: greeting
spec:
  owner: group:default/developer-experience
  type: service
  parameters:
    - required: [name]
      properties:
        name: { type: string, minLength: 3 }
        loud: { type: boolean, default: false }
        language: { type: string, enum: [english, german], default: english }
  steps:
    - id: docs
      action: fetch:template
      input:
        url: ./layers/docs
        templateFileExtension: .njk
        values: &values
          name: \${{ parameters.name }}
          loud: \${{ parameters.loud }}
    - id: code
      action: fetch:template
      input:
        url: ./layers/code
        templateFileExtension: .njk
        values: *values
`,
  'templates/layers/docs/index.md.njk': '# ${{ values.name }}\n',
  'templates/layers/code/main.sh.njk':
    'echo {% if values.loud %}HELLO{% else %}hello{% endif %}\n',
  'cases/greeting.yaml': `minimal: { name: orders, loud: false, language: english }
full: { name: orders, loud: true, language: german }
risky: [[loud, language]]
`,
};

/** A template of a platform, and one that adds a service to it. */
export const PLATFORM: Readonly<Record<string, string>> = {
  'templates/platform.yaml': `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: platform
spec:
  owner: group:default/developer-experience
  type: platform
  parameters:
    - properties:
        name: { type: string }
  steps:
    - id: root
      action: fetch:template
      input:
        url: ./skeletons/platform
        templateFileExtension: .njk
        values:
          name: \${{ parameters.name }}
`,
  'templates/skeletons/platform/README.md.njk': '# ${{ values.name }}\n',
  'templates/skeletons/platform/versions.txt': 'one\n',
  'templates/skeletons/platform/Makefile': 'check:\n\ttest -f versions.txt\n',
  'cases/platform.yaml': 'minimal: { name: small }\nfull: { name: big }\n',
  'templates/addition.yaml': `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: addition
spec:
  owner: group:default/developer-experience
  type: service
  parameters:
    - properties:
        name: { type: string }
        platform: { type: string }
  steps:
    - id: platform
      action: forge:join
      input:
        entityRef: \${{ parameters.platform }}
        files: [versions.txt]
    - id: code
      action: fetch:template
      input:
        url: ./skeletons/addition
        targetPath: ./services/\${{ parameters.name }}
        templateFileExtension: .njk
        values:
          name: \${{ parameters.name }}
    - id: versions
      action: fs:rename
      input:
        files:
          - from: versions.txt
            to: services/\${{ parameters.name }}/versions.txt
`,
  'templates/skeletons/addition/notes.md.njk': '# ${{ values.name }}\n',
  'templates/skeletons/addition/package.json.njk':
    '{ "name": "${{ values.name }}" }\n',
  'cases/addition.yaml': `minimal: { name: orders, platform: system:default/small }
full: { name: prices, platform: system:default/small }
`,
  'examples/compositions.yaml': `- directory: shop
  parts:
    - { template: platform, case: full }
    - { template: addition, case: minimal }
  own: [README.md]
`,
};

/** Writes files of a kit into a new temporary directory; undefined leaves one out. */
export async function writeTemplates(
  files: Readonly<Record<string, string | undefined>>,
): Promise<TestDirectories> {
  const root = await mkdtemp(join(tmpdir(), 'template-kit-'));
  for (const [path, text] of Object.entries(files)) {
    if (text !== undefined) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  }
  return {
    root,
    templates: join(root, 'templates'),
    cases: join(root, 'cases'),
    examples: join(root, 'examples'),
  };
}
