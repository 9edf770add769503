import { createContext } from 'react';

/**
 * The repository name that the form filled in last. It outlives the field, which is gone while an earlier step is on
 * screen: a name that is still this one follows the service, any other was typed and stays.
 */
export const FollowedNameContext = createContext<{ current?: string }>({});
