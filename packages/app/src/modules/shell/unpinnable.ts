/** Tells stock pages about the navigation: there is no sidebar to pin. */
export const UNPINNABLE = {
  isPinned: true,
  isMobile: true,
  toggleSidebarPinState: () => {},
};
