import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the fields and of the plan in the Create form. */
export const createTranslations = createTranslationRef({
  id: 'groundwork.create',
  messages: {
    viewer: {
      title: 'You may look, but not create',
      description:
        'Your role does not allow to create anything. Ask a platform engineer for the developer role, or switch persona.',
    },
    card: {
      choose: 'Choose',
      tags: 'Tags',
      undescribed: 'Its owner gave no description.',
    },
    proof: {
      version: 'Version {{version}}',
      noVersion: 'Without a version',
      provenOn: 'Proven on {{date}} with {{tools}}.',
      proven: 'Proven.',
      outdated:
        'This version is not proven: the last one that was installed, checked, tested and built is {{version}}.',
      unproven:
        'Not proven yet: no record says that what it makes installs, passes its checks and tests, and builds.',
    },
    outcome: {
      title: 'Your change',
      subject: 'the change',
      change: '#{{number}} {{title}}',
      open: 'It is pending: {{repository}} has it once its team merges the change. This page follows by itself.',
      merged:
        'It is merged into {{repository}}, and the catalog is reading it.',
      arrived: 'It is merged into {{repository}} and in the catalog.',
      closed:
        'It was closed without being merged, so nothing was added to {{repository}}. The name is free again.',
      links: {
        catalog: '{{name}} in the catalog',
        docs: 'Docs of {{name}}',
        api: '{{name}}',
      },
    },
    entityChoice: {
      owner: 'Owner',
      entity: 'Entity',
      subject: 'what there is to choose from',
      none: 'None',
      placeholder: 'Choose one',
      search: 'Search',
      empty: 'The catalog has nothing to choose from',
      missing: '{{entityRef}} is not in the catalog. Choose another.',
    },
    serviceName: {
      title: 'Name',
      description:
        'Lower-case letters, digits and single hyphens. It names the component, its repository and its address.',
      checking: 'Checking whether {{name}} is free',
      free: '{{name}} is free',
      taken: 'The name {{name}} is taken. Choose another.',
      takenBy: 'See what has it',
      malformed:
        '{{name}} is not a name: use lower-case letters, digits and single hyphens, begin with a letter and end with a letter or digit.',
      tooLong:
        'A name has at most {{limit}} characters; this one has {{length}}.',
      unchecked:
        'The catalog could not be asked ({{reason}}). You can go on: the name is checked again before anything is created.',
    },
    place: {
      title: 'Repository',
      description: 'Where the repository is created, and what it is called.',
      namespace: 'Place',
      name: 'Repository name',
      nameHelp: 'The same as the service, unless you change it.',
      subject: 'the places for repositories',
      none: 'There is no place for repositories',
      noneRemedy:
        'Whoever runs the portal names at least one in forge.embedded.namespaces or forge.github.',
      notAllowed: 'You may not create repositories in {{namespace}}.',
      noneAllowed: 'You may not create a repository in any of these places',
      checking: 'Checking whether {{repository}} is free',
      free: '{{repository}} is free',
      taken:
        'The repository {{repository}} exists already. Choose another name.',
      missing: 'Give the repository a name.',
      incomplete: 'Choose where the repository is created.',
      unchecked:
        'The forge could not be asked ({{reason}}). You can go on: the name is checked again before anything is created.',
    },
    plan: {
      title: 'Plan',
      lead: 'What Create will do. Nothing has happened yet.',
      incomplete: 'Fill in what is required, and the plan appears here.',
      working: 'Working out every file and effect',
      ready: 'The plan is ready: {{files}}',
      file_one: '1 file',
      file_other: '{{count}} files',
      files: 'Files',
      size: '{{files}}, {{size}}',
      effects: 'What happens outside the repository',
      noEffects: 'Nothing happens outside the repository.',
      problems: 'This cannot be created as it is',
      failed: 'The plan could not be worked out',
      failedRemedy:
        '{{reason}} You can still create: the same checks run again before anything happens.',
      retry: 'Try again',
      outside:
        'The plan is shown when the template is used from the Create page.',
      content: 'Content of {{path}}',
      choose: 'Choose a file to read it.',
      binary: 'This file is not text.',
      cut: 'Only the beginning is shown: {{shown}} of {{size}}.',
      executable: 'executable',
    },
  },
});
