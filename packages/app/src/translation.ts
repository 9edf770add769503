import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the shell, the home page and the pages of the app itself. */
export const appTranslationRef = createTranslationRef({
  id: 'groundwork.app',
  messages: {
    shell: {
      skip: 'Skip to content',
      navigation: 'Main',
      openMenu: 'Open navigation',
      closeMenu: 'Close navigation',
      home: 'Groundwork, home',
      search: 'Search',
      searchPlaceholder: 'Search everything',
      notifications: 'Notifications',
      unread: '{{amount}} unread',
    },
    user: {
      menu: 'You are {{name}}. Switch persona',
      plainMenu: 'You are {{name}}. Sign out',
      unknown: 'Your account',
      profile: 'Your profile',
      settings: 'Settings',
      signOut: 'Sign out',
      personas: 'Sign in as',
    },
    signIn: {
      title: 'Sign in',
      none: 'Nobody can sign in to this portal',
      noneRemedy:
        'Its configuration names no provider. Whoever runs the portal sets groundwork.signIn to github, oidc or both.',
      waiting: 'The portal is still loading its catalog',
      failed: 'Could not sign you in',
      failedRemedy:
        'Check that the portal is running (./groundwork doctor), then try again.',
      retry: 'Try again',
      reset: 'Sign in as the default persona',
      github: {
        title: 'GitHub',
        message: 'Sign in with your GitHub account',
      },
      oidc: {
        title: 'Single sign-on',
        message: 'Sign in with your organisation’s account',
      },
    },
    notFound: {
      title: 'There is no page at {{path}}',
      description:
        'The address may be mistyped, or what was here has moved. Search for it, or start from one of these.',
      search: 'Search the portal',
      home: 'Home',
      catalog: 'Catalog',
      docs: 'Docs',
    },
    catalog: {
      title: '{{organization}} catalog',
      apis: '{{organization}} APIs',
      docs: '{{organization}} docs',
      star: 'Add to starred',
      unstar: 'Remove from starred',
      example: {
        title: 'An example of Acme',
        description:
          'It comes with the portal. groundwork.examples: false takes all examples away.',
        guide: 'Turn the examples off',
      },
    },
    home: {
      title: 'Home',
      greeting: 'Hello, {{name}}',
      lead: 'Find a service, its owner, its docs and its decisions.',
      search: 'Search services, APIs, docs, decisions',
      submit: 'Search',
      team: {
        title: 'Your services',
        subject: 'your services',
        all: 'All in the catalog',
        emptyTitle: 'Your teams own nothing yet',
        empty:
          'Components appear here when their catalog-info.yaml names you or one of your teams as owner.',
        emptyAction: 'Browse the catalog',
      },
      waiting: {
        title: 'Waiting for you',
        subject: 'what waits for you',
        all: 'All notifications',
        emptyTitle: 'Nothing waits for you',
        empty:
          'Unread notifications, your running or failed creations, and pending changes of platforms show up here.',
        change: {
          own: 'Pending in {{repository}}, until its team merges it',
          team: 'Pending in {{repository}}, which is yours: look at it and merge it',
        },
        task: {
          open: 'Waiting to create: {{name}}',
          processing: 'Creating: {{name}}',
          failed: 'Creation failed: {{name}}',
        },
      },
      create: {
        title: 'Create',
        subject: 'the templates',
        all: 'All templates',
        emptyTitle: 'No templates yet',
        empty:
          'Templates create a service with its pipeline, docs and first decision. Platform engineers add them to the catalog.',
        emptyAction: 'Read the docs',
      },
      starred: {
        title: 'Starred',
        subject: 'what you starred',
      },
    },
  },
});
