export * from './api/docsReportApi';
export { default } from './plugin';
