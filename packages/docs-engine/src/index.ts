export { EDIT_PATH } from './page/createEditUrl';
export { checkSite } from './site/checkSite';
export { buildSite, type BuiltSite } from './site/buildSite';
export { fingerprintEngine } from './site/fingerprintEngine';
export { LONELY_HOST, type SiteHost, type SiteJob } from './site/SiteHost';
export { fingerprintSource } from './source/fingerprint';
export { SiteBuilder } from './worker/SiteBuilder';
